#include "desk/fingerprint.h"

#include "base/text.h"

namespace desk {

namespace {

// QChar::toCaseFolded() looks every letter up in a table.
QChar folded(QChar c)
{
    if (c.unicode() >= 0x80)
        return c.toCaseFolded();
    return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + (u'a' - u'A')) : c;
}

} // namespace

QString fingerprint(const QString &text)
{
    QString bare;
    bare.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace())
            bare.append(folded(c));
    }
    return base::sha256(bare.normalized(QString::NormalizationForm_C).toUtf8());
}

} // namespace desk
