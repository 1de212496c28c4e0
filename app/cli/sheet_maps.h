// Sheet maps: the columns of sheets as the command line names, shows and keeps them. The main thread.
#pragma once

#include "cli/invocation.h"
#include "editorial/importing.h"

namespace cli {

// The map that --map names: a file with one (“-” is standard input), or one that the desk keeps. None where it was not
// given. Fails too where
// --keep-map has no name.
[[nodiscard]] base::Result<std::optional<desk::SheetMap>> mapGiven(const Invocation &invocation, editorial::Desk &desk);

// Keeps the map by which the first sheet was read as --keep-map says, if it was given; `given` is that of --map.
[[nodiscard]] base::Result<void> keepMap(const Invocation &invocation, editorial::Desk &desk,
                                         const editorial::ImportReport &report,
                                         const std::optional<desk::SheetMap> &given);

// Which columns were what, for people.
[[nodiscard]] QString shown(const editorial::ImportReport::Sheet &sheet);

} // namespace cli
