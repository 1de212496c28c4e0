// Page: a page of the site as a tree of elements, read by an XML parser, for tests.
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

struct Element {
    QString name;
    QHash<QString, QString> attributes;
    QString ownText; // of the element itself and all below, in order
    std::vector<std::unique_ptr<Element>> children;

    // Without white space at the ends, and single spaces inside.
    [[nodiscard]] QString text() const { return ownText.simplified(); }
    [[nodiscard]] QString attribute(const QString &key) const { return attributes.value(key); }
    // The elements below this one that fit a selector "name", ".class", "name.class" or "name[attribute=value]", in
    // order.
    [[nodiscard]] QList<const Element *> all(const QString &selector) const;
    // The only one of them; null if there is none or more than one.
    [[nodiscard]] const Element *only(const QString &selector) const;
};

// The whole document below a root without a name; null, and `error` says where, if it is not well-formed XML.
[[nodiscard]] std::unique_ptr<Element> readPage(const QByteArray &bytes, QString *error);
