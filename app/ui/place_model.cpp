#include "ui/place_model.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr int attentionRow = 1; // below the heading of the letters

const LettersPlace &attentionPlace()
{
    static const LettersPlace place{{}, {}, {}, true};
    return place;
}

} // namespace

PlaceModel::PlaceModel(QObject *parent) : QAbstractListModel(parent)
{
    m_rows.append({tr("LETTERS"), {}, {}});
    for (const desk::LetterStage stage : desk::letterStages())
        m_rows.append({desk::title(stage), iconOf(stage), LettersPlace{stage, {}, {}}});
    m_rows.append({tr("All letters"), QStringLiteral("inbox"), LettersPlace{}});

    m_rows.append({tr("ARTICLES"), {}, {}});
    const QList<ArticlesPlace> articles{
        {desk::ArticleStage::Draft, false, {}, {}},     {desk::ArticleStage::InReview, false, {}, {}},
        {desk::ArticleStage::Approved, false, {}, {}},  {{}, true, {}, {}},
        {desk::ArticleStage::Withdrawn, false, {}, {}}, {}};
    for (const ArticlesPlace &place : articles) {
        const QString icon = place.stage       ? iconOf(*place.stage)
                             : place.published ? QStringLiteral("newspaper")
                                               : QStringLiteral("file-text");
        m_rows.append({title(place), icon, place});
    }

    m_rows.append({tr("DESK"), {}, {}});
    m_rows.append({tr("Tags"), QStringLiteral("tags"), OtherPlace::Tags});
    m_rows.append({tr("Publish"), QStringLiteral("globe"), OtherPlace::Publish});
}

void PlaceModel::setCounts(const editorial::Places &places)
{
    qint64 articles = places.articles.published;
    for (const qint64 stage : places.articles.byStage)
        articles += stage;
    qint64 letters = 0;
    for (const auto &stage : places.letters)
        letters += stage.total;
    for (Row &row : m_rows) {
        if (!row.place)
            continue;
        if (const auto *letter = std::get_if<LettersPlace>(&*row.place)) {
            if (letter->needsAttention)
                continue;
            row.count = letter->stage ? places.letters.value(*letter->stage).total : letters;
            row.unread = letter->stage ? places.letters.value(*letter->stage).unread : 0;
        } else if (const auto *article = std::get_if<ArticlesPlace>(&*row.place)) {
            row.count = article->published ? places.articles.published
                        : article->stage   ? places.articles.byStage.value(*article->stage)
                                           : articles;
        }
    }
    setAttention(places.needAttention);
    setPosts(places.posts);
    Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void PlaceModel::setAttention(qint64 letters)
{
    const bool isThere = m_rows.at(attentionRow).place == Place(attentionPlace());
    if (letters > 0 && !isThere) {
        beginInsertRows({}, attentionRow, attentionRow);
        m_rows.insert(attentionRow, {tr("Needs attention"), QStringLiteral("triangle-alert"), attentionPlace()});
        endInsertRows();
    } else if (letters == 0 && isThere) {
        beginRemoveRows({}, attentionRow, attentionRow);
        m_rows.removeAt(attentionRow);
        endRemoveRows();
    }
    if (letters > 0)
        m_rows[attentionRow].count = letters;
}

// Below the articles, as long as there are any.
void PlaceModel::setPosts(qint64 posts)
{
    const auto isTags = [](const Row &row) {
        return row.place == Place(OtherPlace::Tags);
    };
    const auto tags = std::ranges::find_if(m_rows, isTags) - m_rows.begin();
    const auto heading = static_cast<int>(tags) - 1; // of the desk's own places
    const bool isThere = m_rows.at(heading - 1).place == Place(OtherPlace::Posts);
    const int row = isThere ? heading - 1 : heading;
    if (posts > 0 && !isThere) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, {tr("Posts that wait"), QStringLiteral("file-diff"), OtherPlace::Posts});
        endInsertRows();
    } else if (posts == 0 && isThere) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    if (posts > 0)
        m_rows[row].count = posts;
}

int PlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PlaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case CountRole:
        return row.count;
    case UnreadRole:
        return row.unread;
    case HeadingRole:
        return !row.place;
    case IconRole:
        return row.icon;
    case WarningRole:
        return row.place == Place(attentionPlace());
    default:
        return {};
    }
}

QString PlaceModel::accessibleText(const Row &row) const
{
    if (!row.place || row.count == 0)
        return row.title;
    const QString count = QLocale().toString(row.count);
    if (row.unread == 0)
        return tr("%1, %2").arg(row.title, count);
    return tr("%1, %2, %3 unread").arg(row.title, count, QLocale().toString(row.unread));
}

Qt::ItemFlags PlaceModel::flags(const QModelIndex &index) const
{
    const bool heading = !index.isValid() || data(index, HeadingRole).toBool();
    return heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

std::optional<Place> PlaceModel::place(const QModelIndex &index) const
{
    if (!index.isValid())
        return std::nullopt;
    return m_rows.at(index.row()).place;
}

QModelIndex PlaceModel::indexOf(const Place &place) const
{
    for (int n = 0; n < m_rows.size(); ++n) {
        if (m_rows.at(n).place == place)
            return index(n);
    }
    return {};
}

} // namespace ui
