#include "desk/fingerprint.h"

#include "base/text.h"

namespace desk {

QString fingerprint(const QString &text)
{
    QString bare;
    bare.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace())
            bare.append(c.toCaseFolded());
    }
    return base::sha256(bare.normalized(QString::NormalizationForm_C).toUtf8());
}

} // namespace desk
