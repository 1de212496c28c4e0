// PublishPlan: what an export will do, or has done, as rows and sentences for people. Values, any thread; knows no
// widget.
#pragma once

#include "editorial/publishing.h"
#include "ui/palette.h"

#include <QHash>

namespace ui {

using ArticleTitles = QHash<desk::ArticleId, QString>;

struct PublishRow {
    enum class Kind { Heading, Page, Finding };
    Kind kind = Kind::Page;
    QString icon = {};
    Role role = Role::SecondaryText; // of the icon and the word
    QString word = {};               // "Blocker"
    QString title = {};              // an article's title, or a path of the site
    QString place = {};              // where in it; or the path, where the title is an article's
    QString detail = {};             // what is wrong and what to do; why a page changes
    desk::ArticleId article = {};    // where "Go there" leads; null: nowhere
    bool isOfMasthead = false;       // it leads to the masthead settings

    [[nodiscard]] bool leadsSomewhere() const { return !article.isNull() || isOfMasthead; }
};

struct PublishPlan {
    editorial::ExportReport report;
    ArticleTitles titles;
};

struct PublishCounts {
    int added = 0;
    int changed = 0;
    int removed = 0;
    int heldBack = 0; // articles, and files of the folder that stand in the way

    [[nodiscard]] bool isNothing() const { return added + changed + removed == 0; }
};

[[nodiscard]] PublishCounts counts(const editorial::ExportReport &report);

// Headings with what belongs below them: held back, warnings, added, changed, removed.
[[nodiscard]] QList<PublishRow> rows(const PublishPlan &plan);

// "3 pages will be added and 2 pages will change; 40 as before. 1 held back."
[[nodiscard]] QString planSentence(const editorial::ExportReport &report);
// "3 pages added and 2 pages changed in 1.4 seconds. 1 held back."
[[nodiscard]] QString doneSentence(const editorial::ExportReport &report);
// What the button says: "Publish 5 pages"; "Publish" where there is nothing.
[[nodiscard]] QString publishVerb(const PublishCounts &counts);

// The export with the titles of the articles that its report names.
[[nodiscard]] base::Result<PublishPlan> exportPlan(editorial::Desk &desk, const editorial::ExportRequest &request,
                                                   base::Progress &progress);

} // namespace ui
