#include "intake/message_ids.h"

namespace intake {

namespace {

constexpr qsizetype longestId = 500;

QString tidied(QByteArrayView id)
{
    QString text = QString::fromUtf8(id);
    text.removeIf([](QChar c) { return c.isSpace() || c == u'<' || c == u'>' || c == u'"'; });
    return text.size() <= longestId ? text : QString();
}

void add(QStringList &ids, const QString &id)
{
    if (id.contains(QLatin1Char('@')) && id.size() > 2)
        ids.append(id);
}

// Ids without brackets, among other words.
void addBare(QStringList &ids, QByteArrayView words)
{
    QByteArray list = words.toByteArray();
    list.replace(',', ' ').replace(';', ' ');
    for (const QByteArray &word : list.simplified().split(' '))
        add(ids, tidied(word));
}

// All ids of a field in their order. A bracket that is not closed ends before the next one.
QStringList idsIn(const QByteArray &value)
{
    QStringList ids;
    QByteArrayView rest = value;
    bool hasBrackets = false;
    for (qsizetype open = rest.indexOf('<'); open >= 0; open = rest.indexOf('<')) {
        rest = rest.sliced(open + 1);
        const qsizetype close = rest.indexOf('>');
        const qsizetype next = rest.indexOf('<');
        const bool isClosed = close >= 0 && (next < 0 || close < next);
        const QByteArrayView id = rest.first(isClosed ? close : next < 0 ? rest.size() : next);
        if (isClosed)
            add(ids, tidied(id));
        else
            addBare(ids, id);
        hasBrackets = true;
        rest = rest.sliced(id.size());
    }
    if (!hasBrackets)
        addBare(ids, value);
    return ids;
}

} // namespace

QString messageIdOf(const HeaderBlock &headers)
{
    for (const HeaderField &field : headers.fields) {
        if (field.name != "message-id")
            continue;
        if (const QStringList ids = idsIn(field.value); !ids.isEmpty())
            return ids.first();
        // Some programs write an id without a place.
        if (const QString id = tidied(field.value); !id.isEmpty())
            return id;
    }
    return {};
}

QStringList referencesOf(const HeaderBlock &headers)
{
    QStringList ids;
    for (const char *name : {"references", "in-reply-to"}) {
        for (const HeaderField &field : headers.fields) {
            if (field.name == name)
                ids.append(idsIn(field.value));
        }
    }
    const QString own = messageIdOf(headers);
    QStringList nearest;
    for (qsizetype i = ids.size(); i > 0 && nearest.size() < mostReferences; --i) {
        const QString &id = ids.at(i - 1);
        if (id != own && !nearest.contains(id))
            nearest.prepend(id);
    }
    return nearest;
}

} // namespace intake
