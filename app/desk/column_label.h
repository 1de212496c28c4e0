// ColumnLabel: how a letter or an answer begins in a post of a column: "DEAR HAZEL:", "HAZEL ANSWERS:", "Q". Values,
// any thread.
#pragma once

#include <QString>

namespace desk {

struct ColumnLabel {
    enum class Part { Letter, Answer };
    Part part = Part::Letter;
    QString phrase; // folded
};

} // namespace desk
