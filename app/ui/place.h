// Place: where the window can go: letters or articles of some kind, the tags, the publishing. A value.
#pragma once

#include "ui/article_list_presenter.h"
#include "ui/letter_list_presenter.h"

#include <variant>

namespace ui {

enum class OtherPlace { Posts, Tags, Publish };

using Place = std::variant<LettersPlace, ArticlesPlace, OtherPlace>;

} // namespace ui
