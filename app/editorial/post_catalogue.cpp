#include "editorial/post_catalogue.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <limits>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::post_catalogue)
};

QString text(const intake::XmlRepair &repair)
{
    using Kind = intake::XmlRepair::Kind;
    const int count = static_cast<int>(qMin<qint64>(repair.count, std::numeric_limits<int>::max()));
    switch (repair.kind) {
    case Kind::ControlCharacter:
        return Words::tr("%n control character(s) that XML does not allow were left out, the first in line %1.",
                         nullptr, count);
    case Kind::Ampersand:
        return Words::tr("%n ampersand(s) that stood alone were taken as they are, the first in line %1.", nullptr,
                         count);
    case Kind::Encoding:
        return Words::tr("%n byte(s) that are not UTF-8 were read as windows-1252, the first in line %1.", nullptr,
                         count);
    case Kind::CData:
        return Words::tr("%n text(s) were not closed as they should be and were mended, the first in line %1.", nullptr,
                         count);
    case Kind::Entity:
        break;
    }
    return Words::tr("%n name(s) of characters that XML does not know were read as HTML, the first in line %1.",
                     nullptr, count);
}

void count(PostCatalogue &catalogue, const intake::WordPressItem &item)
{
    ++catalogue.types[item.type];
    if (item.type == QLatin1String("attachment") && !item.attachmentUrl.isEmpty())
        catalogue.pictures.insert(item.id, {item.attachmentUrl, item.imageAlt});
}

// What was odd about the file that was read last.
void tell(PostCatalogue &catalogue, const QString &file, const intake::WordPressReader &reader)
{
    for (const intake::XmlRepair &repair : reader.repairs())
        catalogue.warnings.append(
            Words::tr("%1: %2").arg(QFileInfo(file).fileName(), text(repair).arg(repair.firstLine)));
    if (catalogue.site.link.isEmpty())
        catalogue.site = reader.site();
    catalogue.authors.append(reader.authors());
    catalogue.terms.append(reader.terms());
}

} // namespace

PostFiles::PostFiles(const QStringList &files) : m_files(files)
{
    for (const QString &file : files)
        m_size += QFileInfo(file).size();
}

base::Result<std::optional<intake::WordPressItem>> PostFiles::next()
{
    while (true) {
        if (m_reader) {
            auto item = m_reader->next();
            if (!item || *item)
                return item;
        }
        if (m_at + 1 == m_files.size())
            return std::optional<intake::WordPressItem>();
        m_before += m_reader ? m_reader->size() : 0;
        m_reader = std::make_unique<intake::WordPressReader>();
        if (const auto opened = m_reader->open(m_files.at(++m_at)); !opened)
            return opened.error();
    }
}

QString PostFiles::place(const intake::WordPressItem &item) const
{
    return Words::tr("%1, line %2").arg(QFileInfo(m_files.value(m_at)).fileName()).arg(item.line);
}

qint64 PostFiles::position() const
{
    return m_before + (m_reader ? m_reader->position() : 0);
}

base::Result<PostCatalogue> readCatalogue(const QStringList &files, base::Progress &progress)
{
    PostCatalogue catalogue;
    qint64 comments = 0;
    qint64 before = 0; // files
    const qint64 size = PostFiles(files).size();
    for (const QString &file : files) {
        intake::WordPressReader reader;
        if (const auto opened = reader.open(file); !opened)
            return opened.error();
        while (true) {
            if (progress.isCancelled())
                return base::Error{base::Error::Kind::Cancelled, Words::tr("Cancelled. Nothing was imported.")};
            const auto item = reader.next();
            if (!item)
                return item.error();
            if (!*item)
                break;
            count(catalogue, **item);
            comments += (*item)->comments;
            progress.report(before + reader.position(), size, Words::tr("Looking through the archive"));
        }
        before += reader.size();
        tell(catalogue, file, reader);
    }
    if (comments > 0)
        catalogue.warnings.append(Words::tr("%n comment(s) of readers, with their names and addresses, were left out.",
                                            nullptr, static_cast<int>(comments)));
    return catalogue;
}

} // namespace editorial
