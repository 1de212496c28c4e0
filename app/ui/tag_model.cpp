#include "ui/tag_model.h"

#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace ui {

namespace {

const auto mimeType = QStringLiteral("application/x-postbag-tag");

desk::TagId tagIn(const QMimeData *mime)
{
    return desk::TagId::fromString(QString::fromLatin1(mime->data(mimeType)));
}

} // namespace

void TagModel::setTree(const editorial::TagTree &tree)
{
    if (isSameShape(tree)) {
        m_tree = tree;
        for (int number = 0; number < m_nodes.size(); ++number) {
            const int row = m_nodes.at(number).row;
            Q_EMIT dataChanged(createIndex(row, Name, static_cast<quintptr>(number)),
                               createIndex(row, columns - 1, static_cast<quintptr>(number)));
        }
        return;
    }
    beginResetModel();
    m_tree = tree;
    arrange();
    endResetModel();
}

bool TagModel::isSameShape(const editorial::TagTree &tree) const
{
    return std::equal(tree.tags.begin(), tree.tags.end(), m_tree.tags.begin(), m_tree.tags.end(),
                      [](const desk::Tag &a, const desk::Tag &b) {
                          return a.id == b.id && a.parent == b.parent && a.name == b.name;
                      });
}

void TagModel::arrange()
{
    m_nodes = QList<Node>(m_tree.tags.size());
    m_numbers.clear();
    m_top.clear();
    for (int number = 0; number < m_nodes.size(); ++number)
        m_numbers.insert(m_tree.tags.at(number).id, number);
    for (int number = 0; number < m_nodes.size(); ++number)
        m_nodes[number].parent = m_numbers.value(m_tree.tags.at(number).parent, -1);
    for (int number = 0; number < m_nodes.size(); ++number) {
        Node &node = m_nodes[number];
        if (!reachesTop(number))
            node.parent = -1;
        QList<int> &siblings = node.parent < 0 ? m_top : m_nodes[node.parent].children;
        node.row = static_cast<int>(siblings.size());
        siblings.append(number);
    }
    for (const int number : std::as_const(m_top))
        measure(number, 1);
}

void TagModel::measure(int number, int depth)
{
    m_nodes[number].depth = depth;
    int height = 0;
    const QList<int> children = m_nodes.at(number).children;
    for (const int child : children) {
        measure(child, depth + 1);
        height = std::max(height, 1 + m_nodes.at(child).heightBelow);
    }
    m_nodes[number].heightBelow = height;
}

// A circle in a damaged tree has no top.
bool TagModel::reachesTop(int number) const
{
    int at = number;
    for (int steps = 0; at >= 0 && steps <= m_nodes.size(); ++steps)
        at = m_nodes.at(at).parent;
    return at < 0;
}

const desk::Tag *TagModel::tag(const desk::TagId &id) const
{
    const auto found = m_numbers.constFind(id);
    return found == m_numbers.constEnd() ? nullptr : &m_tree.tags.at(*found);
}

QModelIndex TagModel::indexOf(const desk::TagId &id) const
{
    const auto found = m_numbers.constFind(id);
    if (found == m_numbers.constEnd())
        return {};
    return createIndex(m_nodes.at(*found).row, Name, static_cast<quintptr>(*found));
}

desk::TagId TagModel::idAt(const QModelIndex &index)
{
    return desk::TagId(index.data(IdRole).toUuid());
}

QString TagModel::soughtIn(const desk::Tag &tag)
{
    return tag.name + QLatin1Char('\n') + tag.synonyms.join(QLatin1Char('\n'));
}

QString TagModel::pathOf(const desk::TagId &id) const
{
    QStringList names;
    for (int at = m_numbers.value(id, -1); at >= 0; at = m_nodes.at(at).parent)
        names.prepend(m_tree.tags.at(at).name);
    return names.join(QStringLiteral(" › "));
}

QStringList TagModel::namesBelow(const desk::TagId &id) const
{
    QStringList names;
    const auto found = m_numbers.constFind(id);
    if (found == m_numbers.constEnd())
        return names;
    for (const int child : m_nodes.at(*found).children)
        names.append(m_tree.tags.at(child).name);
    return names;
}

bool TagModel::canHang(int number, int parent) const
{
    for (int at = parent; at >= 0; at = m_nodes.at(at).parent) {
        if (at == number)
            return false;
    }
    const int depth = parent < 0 ? 0 : m_nodes.at(parent).depth;
    return depth + 1 + m_nodes.at(number).heightBelow <= desk::maximumTagDepth;
}

bool TagModel::canHangBelow(const desk::TagId &id, const desk::TagId &parent) const
{
    const auto number = m_numbers.constFind(id);
    return number != m_numbers.constEnd() && canHang(*number, m_numbers.value(parent, -1));
}

bool TagModel::canMerge(const desk::TagId &from, const desk::TagId &into) const
{
    const auto number = m_numbers.constFind(from);
    const auto target = m_numbers.constFind(into);
    if (from == into || number == m_numbers.constEnd() || target == m_numbers.constEnd())
        return false;
    return std::ranges::all_of(m_nodes.at(*number).children, [&](int child) { return canHang(child, *target); });
}

QModelIndex TagModel::index(int row, int column, const QModelIndex &parent) const
{
    const QList<int> &siblings = parent.isValid() ? m_nodes.at(static_cast<int>(parent.internalId())).children : m_top;
    if (row < 0 || row >= siblings.size() || column < 0 || column >= columns)
        return {};
    return createIndex(row, column, static_cast<quintptr>(siblings.at(row)));
}

QModelIndex TagModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int above = m_nodes.at(static_cast<int>(child.internalId())).parent;
    return above < 0 ? QModelIndex() : createIndex(m_nodes.at(above).row, Name, static_cast<quintptr>(above));
}

int TagModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_top.size());
    if (parent.column() != Name)
        return 0;
    return static_cast<int>(m_nodes.at(static_cast<int>(parent.internalId())).children.size());
}

QVariant TagModel::shown(const desk::Tag &tag, int column) const
{
    if (column == Name)
        return tag.name;
    const desk::TagCounts counts = m_tree.counts.value(tag.id);
    const qint64 count = column == Articles ? counts.articles : counts.letters;
    return count == 0 ? QString() : QLocale().toString(count);
}

QVariant TagModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const desk::Tag &tag = m_tree.tags.at(static_cast<int>(index.internalId()));
    const desk::TagCounts counts = m_tree.counts.value(tag.id);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return shown(tag, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (index.column() == Name ? Qt::AlignLeading : Qt::AlignTrailing));
    case Qt::AccessibleTextRole:
        return tr("%1, %2 and %3")
            .arg(tag.name, tr("%Ln article(s)", nullptr, static_cast<int>(counts.articles)),
                 tr("%Ln letter(s)", nullptr, static_cast<int>(counts.letters)));
    case IdRole:
        return QUuid::fromString(tag.id.toString());
    case SoughtRole:
        return soughtIn(tag);
    case SortRole:
        return index.column() == Name       ? QVariant(tag.name)
               : index.column() == Articles ? QVariant(counts.articles)
                                            : QVariant(counts.letters);
    default:
        return {};
    }
}

QVariant TagModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (section == Name ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Tag") : section == Articles ? tr("Articles") : tr("Letters");
}

Qt::ItemFlags TagModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // to the top
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    flags.setFlag(Qt::ItemIsEditable, index.column() == Name);
    return flags;
}

bool TagModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !index.isValid() || name.isEmpty() || name == index.data(Qt::EditRole).toString())
        return false;
    Q_EMIT renameWanted(idAt(index), name);
    return true;
}

QStringList TagModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *TagModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *mime = new QMimeData;
    mime->setData(mimeType, idAt(indexes.first()).toString().toLatin1());
    return mime;
}

bool TagModel::canDropMimeData(const QMimeData *mime, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    if (!mime->hasFormat(mimeType))
        return false;
    const desk::Tag *dragged = tag(tagIn(mime));
    return dragged && dragged->parent != idAt(parent) && canHangBelow(dragged->id, idAt(parent));
}

// Where among its siblings a tag is dropped makes no difference: they stand by name.
bool TagModel::dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                            const QModelIndex &parent)
{
    if (!canDropMimeData(mime, action, row, column, parent))
        return false;
    Q_EMIT moveWanted(tagIn(mime), idAt(parent));
    return true;
}

} // namespace ui
