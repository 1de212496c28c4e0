#include "intake/plain_text.h"

#include "intake/body.h"
#include "intake/charset.h"
#include "intake/folding.h"
#include "intake/pen_name.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::plainText)
};

constexpr qsizetype longestSubject = 80;

// A title does not end like a salutation or a sentence that goes on, and does not greet.
bool isTitle(const QString &line)
{
    static const QRegularExpression greeting(QStringLiteral("^(dear|hello|hi|hey|good (morning|afternoon|evening))\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    return !line.isEmpty() && line.size() <= longestSubject && !line.endsWith(u',') && !line.endsWith(u':') &&
           !line.endsWith(u';') && !line.endsWith(u'-') && !greeting.match(line).hasMatch();
}

QString subjectOf(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1String("\n"));
    if (end < 0)
        return {};
    const qsizetype next = text.indexOf(QLatin1Char('\n'), end + 1);
    if (next < 0 || !QStringView(text).sliced(end + 1, next - end - 1).trimmed().isEmpty())
        return {};
    QString line = text.first(end).simplified();
    static const QRegularExpression label(QStringLiteral("^subject:\\s*"), QRegularExpression::CaseInsensitiveOption);
    line.remove(label);
    return isTitle(line) ? line : QString();
}

} // namespace

Result<IncomingLetter> readText(const QByteArray &raw, const QString &name)
{
    if (raw.size() > letterLimit)
        return Error{Error::Kind::Unusable, Words::tr("%1 is larger than %2 MB. Divide it into its letters.")
                                                .arg(name)
                                                .arg(letterLimit / (1024LL * 1024))};
    if (looksBinary(raw))
        return Error{Error::Kind::Unusable,
                     Words::tr("%1 is not plain text. Open it in its program and save the letter as text.").arg(name)};
    IncomingLetter letter;
    letter.channel = QStringLiteral("text");
    letter.raw = raw;
    letter.text = readBareText(raw, {}, letter.warnings);
    if (letter.text.isEmpty())
        return Error{Error::Kind::Unusable, Words::tr("%1 is empty. Choose a file with a letter in it.").arg(name)};
    letter.subject = subjectOf(letter.text);
    letter.signature = signatureIn(withoutFolds(letter.text, foldsOf(letter.text)), {});
    return letter;
}

} // namespace intake
