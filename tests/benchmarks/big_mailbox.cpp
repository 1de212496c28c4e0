#include "big_mailbox.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>
#include <iterator>

namespace benchmarks {

namespace {

constexpr quint32 vocabulary = 6000;

// An invented word, always the same for a number.
QString word(quint32 number)
{
    static const QString syllables[] = {
        QStringLiteral("ba"),  QStringLiteral("ke"),  QStringLiteral("li"),  QStringLiteral("mon"),
        QStringLiteral("du"),  QStringLiteral("ra"),  QStringLiteral("se"),  QStringLiteral("tir"),
        QStringLiteral("pol"), QStringLiteral("nu"),  QStringLiteral("fän"), QStringLiteral("vel"),
        QStringLiteral("gi"),  QStringLiteral("hor"), QStringLiteral("jué"), QStringLiteral("wes"),
        QStringLiteral("zi"),  QStringLiteral("co"),  QStringLiteral("ly"),  QStringLiteral("e")};
    constexpr quint32 count = std::size(syllables);
    QString all;
    for (quint32 left = number + 1; left > 0; left /= count)
        all += syllables[left % count];
    return all;
}

// So many words in sentences and paragraphs; some words are frequent and most are rare.
QString prose(int words, QRandomGenerator &random)
{
    QString all;
    bool begins = true;
    for (int at = 0; at < words; ++at) {
        const double skew = random.generateDouble();
        QString next = word(static_cast<quint32>(skew * skew * skew * vocabulary));
        if (begins)
            next[0] = next.at(0).toUpper();
        begins = random.bounded(12) == 0;
        all += next +
               (begins ? random.bounded(6) == 0 ? QStringLiteral(".\n\n") : QStringLiteral(". ") : QStringLiteral(" "));
    }
    return all.trimmed() + QLatin1String(".\n");
}

// Lines of at most 72 characters; `softly` ends them with a space where the paragraph goes on (RFC 3676).
QString wrapped(const QString &text, bool softly)
{
    QString all;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        qsizetype length = 0;
        for (const QString &next : paragraph.split(QLatin1Char(' '))) {
            if (length > 0 && length + next.size() > 71) {
                all += softly ? QLatin1String(" \n") : QLatin1String("\n");
                length = 0;
            } else if (length > 0) {
                all += QLatin1Char(' ');
            }
            all += next;
            length += next.size() + 1;
        }
        all += QLatin1Char('\n');
    }
    all.chop(1);
    return all;
}

QByteArray base64(const QByteArray &bytes)
{
    QByteArray all;
    const QByteArray coded = bytes.toBase64();
    for (qsizetype at = 0; at < coded.size(); at += 76)
        all += coded.sliced(at, std::min<qsizetype>(76, coded.size() - at)) + '\n';
    return all;
}

QByteArray quotedPrintable(const QByteArray &bytes)
{
    QByteArray all;
    qsizetype length = 0;
    for (const char c : bytes) {
        const bool isPlain = c == '\n' || c == ' ' || (c > ' ' && c < 0x7F && c != '=');
        if (length > 72 && c != '\n') {
            all += "=\n";
            length = 0;
        }
        const QByteArray next = isPlain ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        all += next;
        length = c == '\n' ? 0 : length + next.size();
    }
    return all;
}

QByteArray encodedWord(const QString &text)
{
    return "=?utf-8?B?" + text.toUtf8().toBase64() + "?=";
}

QByteArray part(const QByteArray &type, const QByteArray &encoding, const QByteArray &content)
{
    return "Content-Type: " + type + "\nContent-Transfer-Encoding: " + encoding + "\n\n" + content;
}

QByteArray multipart(const QByteArray &subtype, const QByteArray &boundary, const QByteArrayList &parts)
{
    QByteArray all = "Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"\n\nIn several parts.\n";
    for (const QByteArray &one : parts)
        all += "--" + boundary + '\n' + one + '\n';
    return all + "--" + boundary + "--\n";
}

QByteArray html(const QString &text)
{
    QString all = QStringLiteral("<html><head><style>p { margin: 0 }</style></head><body>\n");
    for (const QString &paragraph : text.split(QLatin1String("\n\n")))
        all += QLatin1String("<p class=\"MsoNormal\">") + paragraph.toHtmlEscaped() + QLatin1String("</p>\n");
    return (all + QLatin1String("</body></html>\n")).toUtf8();
}

// The headers that tell of the body, and the body.
QByteArray content(int number, QRandomGenerator &random)
{
    const QByteArray utf8 = "text/plain; charset=utf-8";
    const QByteArray boundary = "=_part_" + QByteArray::number(number);
    const QString text = prose(180 + static_cast<int>(random.bounded(160)), random);
    const QByteArray plain = wrapped(text, false).toUtf8();
    switch (number % 12) {
    case 0:
    case 3:
    case 6:
    case 9: // as text and HTML
        return multipart(
            "alternative", boundary,
            {part(utf8, "quoted-printable", quotedPrintable(plain.first(plain.size() / 2))),
             part("text/html; charset=utf-8", "quoted-printable", quotedPrintable(html(text.first(text.size() / 2))))});
    case 1:
        return part(utf8, "base64", base64(plain));
    case 2:
    case 10:
        return part(utf8, "quoted-printable", quotedPrintable(plain));
    case 4:
        return part("text/plain; charset=iso-8859-1", "8bit", wrapped(text, false).toLatin1());
    case 5:
        return part("text/plain; charset=utf-8; format=flowed", "8bit", wrapped(text, true).toUtf8());
    case 7: {
        QByteArray picture = "\x89PNG\r\n\x1A\n";
        for (int at = 0; at < 1000; ++at)
            picture += static_cast<char>(random.bounded(256));
        return multipart(
            "mixed", boundary,
            {part(utf8, "8bit", plain), part("image/png; name=\"picture.png\"", "base64", base64(picture))});
    }
    default:
        return part(utf8, "8bit", plain);
    }
}

QDateTime written(int number)
{
    return QDateTime(QDate(2012, 1, 1), QTime(8, 0), Qt::UTC).addSecs(number * 3011LL);
}

QByteArray separator(int number)
{
    return "From writer@mail.example " +
           QLocale::c().toString(written(number), QStringLiteral("ddd MMM dd HH:mm:ss yyyy")).toLatin1() + '\n';
}

void write(QFile &file, const QByteArray &bytes)
{
    if (file.write(bytes) != bytes.size())
        qFatal("cannot write: %s", qPrintable(file.errorString()));
}

} // namespace

QByteArray mail(int number)
{
    QRandomGenerator random(static_cast<quint32>(number));
    const QByteArray id = QByteArray::number(number);
    const QString subject = prose(5, random).simplified();
    const QByteArray writer = "writer" + QByteArray::number(number % 7000);
    const QByteArray date = written(number).toString(Qt::RFC2822Date).toLatin1();
    QByteArray all =
        "Return-Path: <" + writer +
        "@mail.example>\nReceived: from out.mail.example (out.mail.example "
        "[192.0.2.7])\n\tby in.column.example with ESMTPS id " +
        id + "\n\tfor <letters@column.example>; " + date +
        "\nDKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example; s=one;\n\tb=" + id.toBase64() +
        "\nFrom: " + (number % 5 == 0 ? encodedWord(QStringLiteral("Wrén %1").arg(number)) : "Writer " + id) + " <" +
        writer + "@mail.example>\nTo: letters@column.example\nSubject: " +
        (number % 4 == 0 ? encodedWord(subject) : subject.toUtf8()) + "\nDate: " + date + "\nMessage-ID: <" + id +
        ".column@mail.example>\n";
    if (number % 20 == 19)
        all += "In-Reply-To: <" + QByteArray::number(number - 19) + ".column@mail.example>\n";
    return all + "MIME-Version: 1.0\nUser-Agent: Mail/1.0\n" + content(number, random);
}

qint64 writeMailbox(const QString &path, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write: %s", qPrintable(file.errorString()));
    for (int number = 0; number < count; ++number)
        write(file, separator(number) + mail(number) + '\n');
    return file.size();
}

qint64 writeMaildir(const QString &folder, int count)
{
    const QDir top(folder);
    for (const char *name : {"cur", "new", "tmp"})
        top.mkpath(QLatin1String(name));
    qint64 size = 0;
    for (int number = 0; number < count; ++number) {
        QFile file(
            top.filePath(QStringLiteral("cur/%1.P%2.mail:2,").arg(written(number).toSecsSinceEpoch()).arg(number)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write: %s", qPrintable(file.errorString()));
        write(file, mail(number));
        size += file.size();
    }
    return size;
}

} // namespace benchmarks
