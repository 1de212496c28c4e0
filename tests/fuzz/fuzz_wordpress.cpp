// The reader of WordPress exports, with a small limit so that it is passed: whatever comes is read to its end or
// refused with a message, in the same way whether it comes at once or in small pieces, and what comes is text of XML.
#include "input.h"

#include "intake/wordpress_export.h"
#include "intake/xml_repair.h"

#include <QBuffer>

#include <algorithm>

namespace {

constexpr qsizetype limit = 4096;

// Gives no more bytes at a time than it is told.
class Pieces final : public QBuffer
{
public:
    Pieces(const QByteArray &bytes, qint64 most) : m_most(most)
    {
        setData(bytes);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *to, qint64 most) override { return QBuffer::readData(to, std::min(most, m_most)); }

private:
    qint64 m_most;
};

bool isControl(QChar c)
{
    return (c < QLatin1Char(' ') && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || c == QChar(0xFFFE) ||
           c == QChar(0xFFFF);
}

void checkItem(const intake::WordPressItem &item)
{
    fuzz::require(item.line > 0 && item.content.size() + item.excerpt.size() <= limit);
    for (const QString &text : {item.title, item.content, item.excerpt, item.slug, item.author})
        fuzz::require(text.isValidUtf16() && std::none_of(text.begin(), text.end(), isControl));
}

// All that is read, in short.
QString readAll(const QByteArray &bytes, qint64 piece)
{
    intake::WordPressReader reader(limit);
    QString all;
    const auto opened = reader.open(std::make_unique<Pieces>(bytes, piece), QStringLiteral("blog.xml"));
    auto item = opened ? reader.next() : base::Result<std::optional<intake::WordPressItem>>(opened.error());
    for (; item && *item; item = reader.next()) {
        checkItem(**item);
        for (const QString &text : {(*item)->title, (*item)->content, (*item)->excerpt, (*item)->problem})
            all.append(text + QLatin1Char('\0'));
        all.append(QString::number((*item)->line));
    }
    fuzz::require(item || !item.error().message.isEmpty());
    if (!item)
        all.append(item.error().message);
    else
        fuzz::require(reader.position() <= bytes.size());
    for (const intake::XmlRepair &repair : item ? reader.repairs() : QList<intake::XmlRepair>())
        all.append(QStringLiteral(" %1:%2@%3").arg(int(repair.kind)).arg(repair.count).arg(repair.firstLine));
    return all;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytes(data, size);
    (void)intake::isWordPressExport(bytes);
    const QString whole = readAll(bytes, 1LL << 20);
    constexpr qsizetype longest = 256; // byte by byte takes its time
    fuzz::require(readAll(bytes, bytes.size() <= longest ? 1 : 97) == whole);
    return 0;
}
