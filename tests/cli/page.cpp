#include "page.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace {

struct Selector {
    QString name;
    QString ofClass;
    QString key;
    QString value;
};

Selector selectorOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([a-z0-9]*)(?:\\.([a-z-]+))?(?:\\[([a-z]+)=([^\\]]+)\\])?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        qFatal("no selector: %s", qPrintable(text));
    return {match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
}

bool fits(const Element &element, const Selector &selector)
{
    const QStringList classes = element.attribute(QStringLiteral("class")).split(QLatin1Char(' '));
    return (selector.name.isEmpty() || element.name == selector.name) &&
           (selector.ofClass.isEmpty() || classes.contains(selector.ofClass)) &&
           (selector.key.isEmpty() || element.attribute(selector.key) == selector.value);
}

void collect(const Element &element, const Selector &selector, QList<const Element *> &found)
{
    for (const auto &child : element.children) {
        if (fits(*child, selector))
            found.append(child.get());
        collect(*child, selector, found);
    }
}

void readInto(Element &element, QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: {
            auto child = std::make_unique<Element>();
            child->name = xml.name().toString();
            const auto attributes = xml.attributes();
            for (const QXmlStreamAttribute &attribute : attributes)
                child->attributes.insert(attribute.qualifiedName().toString(), attribute.value().toString());
            readInto(*child, xml);
            element.ownText += child->ownText;
            element.children.push_back(std::move(child));
            break;
        }
        case QXmlStreamReader::Characters:
            element.ownText += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            return;
        default:
            break;
        }
    }
}

} // namespace

QList<const Element *> Element::all(const QString &selector) const
{
    QList<const Element *> found;
    collect(*this, selectorOf(selector), found);
    return found;
}

const Element *Element::only(const QString &selector) const
{
    const auto found = all(selector);
    return found.size() == 1 ? found.first() : nullptr;
}

std::unique_ptr<Element> readPage(const QByteArray &bytes, QString *error)
{
    QXmlStreamReader xml(bytes);
    auto root = std::make_unique<Element>();
    readInto(*root, xml);
    if (xml.hasError()) {
        *error = QStringLiteral("line %1, column %2: %3")
                     .arg(xml.lineNumber())
                     .arg(xml.columnNumber())
                     .arg(xml.errorString());
        return nullptr;
    }
    return root;
}
