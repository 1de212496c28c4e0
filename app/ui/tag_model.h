// TagModel: the tag tree as the tags room lists it: name, articles, letters. It holds a copy of what the desk said
// last and changes nothing by itself: a name typed over another and a tag dropped on another go out as wishes.
// The window's thread.
#pragma once

#include "editorial/tags.h"

#include <QAbstractItemModel>

namespace ui {

class TagModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Articles, Letters, columns };
    enum Role {
        IdRole = Qt::UserRole, // QUuid
        SoughtRole,            // soughtIn(): what the filter looks at
        SortRole,
    };

    using QAbstractItemModel::QAbstractItemModel;

    // Resets the model only where names or places differ; counts and descriptions are changed in place.
    void setTree(const editorial::TagTree &tree);
    [[nodiscard]] const editorial::TagTree &tree() const { return m_tree; }
    // Null where there is no such tag.
    [[nodiscard]] const desk::Tag *tag(const desk::TagId &id) const;
    [[nodiscard]] QModelIndex indexOf(const desk::TagId &id) const;
    [[nodiscard]] static desk::TagId idAt(const QModelIndex &index);
    // The name and the synonyms, a line each.
    [[nodiscard]] static QString soughtIn(const desk::Tag &tag);
    // "family › siblings"
    [[nodiscard]] QString pathOf(const desk::TagId &id) const;
    // The tags right below it, by name.
    [[nodiscard]] QStringList namesBelow(const desk::TagId &id) const;
    // As desk::canHangBelow, at a price that does not grow with the tree: for asking about every tag of it.
    [[nodiscard]] bool canHangBelow(const desk::TagId &id, const desk::TagId &parent) const;
    // Whether all that lies below `from` fits below `into`, and the two are not one.
    [[nodiscard]] bool canMerge(const desk::TagId &from, const desk::TagId &into) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void renameWanted(const desk::TagId &tag, const QString &name);
    void moveWanted(const desk::TagId &tag, const desk::TagId &parent);

private:
    struct Node {
        int parent = -1; // -1: at the top
        int row = 0;
        int depth = 1;       // of itself
        int heightBelow = 0; // of what lies below it
        QList<int> children;
    };

    void arrange();
    [[nodiscard]] bool isSameShape(const editorial::TagTree &tree) const;
    [[nodiscard]] bool reachesTop(int number) const;
    void measure(int number, int depth);
    [[nodiscard]] bool canHang(int number, int parent) const;
    [[nodiscard]] QVariant shown(const desk::Tag &tag, int column) const;

    editorial::TagTree m_tree;
    QList<Node> m_nodes; // by the tag's place in m_tree.tags
    QList<int> m_top;
    QHash<desk::TagId, int> m_numbers;
};

} // namespace ui
