// FoldEnds: what stands below a letter, or below a part of one, and is not its writer's: signatures, footers, the rules
// above them. Pure function, any thread.
#pragma once

#include "intake/line_folds.h"

namespace intake {

// Folds the last lines of [begin, end) up to the last one that is somebody's words.
void foldEnds(LineFolds &folds, qsizetype begin, qsizetype end);

} // namespace intake
