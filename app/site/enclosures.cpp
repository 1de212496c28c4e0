#include "site/enclosures.h"

#include "site/digest.h"

#include <QCoreApplication>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::enclosures)
};

const QString folder = QStringLiteral("assets/letters/");
constexpr qsizetype nameLength = 24;

QString nameFor(const QByteArray &key)
{
    return folder + QString::fromLatin1(key.first(nameLength));
}

// The files that an export wrote, by their path without the ending.
QHash<QString, QString> writtenFiles(const Manifest &written)
{
    QHash<QString, QString> files;
    for (auto entry = written.entries().cbegin(); entry != written.entries().cend(); ++entry) {
        if (entry.key().startsWith(folder))
            files.insert(entry.key().section(QLatin1Char('.'), 0, 0), entry.key());
    }
    return files;
}

bool isRefusal(const base::Error &error)
{
    using Kind = base::Error::Kind;
    return error.kind == Kind::Unusable || error.kind == Kind::Damaged || error.kind == Kind::NotFound;
}

} // namespace

Enclosures::Enclosures(const Edition &edition, LoadEnclosure load) : m_edition(edition), m_load(std::move(load)) {}

base::Result<void> Enclosures::place(const Manifest &written, base::Progress &progress)
{
    const QHash<QString, QString> files = writtenFiles(written);
    for (const ArticleHead &head : m_edition.articles) {
        for (const desk::AttachmentId &id : head.enclosures) {
            if (progress.isCancelled())
                return base::Error{base::Error::Kind::Cancelled, Words::tr("Cancelled. The site is as it was.")};
            if (m_places.contains(id) || m_refusals.contains(id))
                continue;
            if (const base::Result<void> placed = placeOne(id, files); !placed)
                return placed;
        }
    }
    return {};
}

base::Result<void> Enclosures::placeOne(const desk::AttachmentId &id, const QHash<QString, QString> &written)
{
    const QByteArray key = Digest().add(qint64(m_edition.copying)).add(id.toString()).result().toHex();
    QString file = written.value(nameFor(key));
    if (file.isEmpty()) {
        const base::Result<Enclosure> loaded = m_load(id);
        if (!loaded && !isRefusal(loaded.error()))
            return loaded.error();
        if (!loaded) {
            m_refusals.insert(id, loaded.error().message);
            return {};
        }
        file = nameFor(key) + QLatin1Char('.') + loaded->suffix;
        m_sizes.insert(id, loaded->size);
    }
    m_places.insert(id, m_placed.size());
    m_placed.append({id, file, key});
    return {};
}

QString Enclosures::refusal(const ArticleHead &head) const
{
    for (const desk::AttachmentId &id : head.enclosures) {
        if (m_refusals.contains(id))
            return m_refusals.value(id);
    }
    return {};
}

QStringList Enclosures::filesOf(const ArticleHead &head) const
{
    QStringList files;
    for (const desk::AttachmentId &id : head.enclosures) {
        if (m_places.contains(id))
            files.append(m_placed.at(m_places.value(id)).file);
    }
    return files;
}

base::Result<QList<EnclosedFile>> Enclosures::enclosedIn(const ArticleHead &head)
{
    QList<EnclosedFile> files;
    for (const desk::AttachmentId &id : head.enclosures) {
        if (!m_places.contains(id))
            continue;
        if (!m_sizes.contains(id)) {
            const base::Result<Enclosure> loaded = m_load(id);
            if (!loaded)
                return loaded.error();
            m_sizes.insert(id, loaded->size);
        }
        files.append({id.toString(), m_placed.at(m_places.value(id)).file, m_sizes.value(id)});
    }
    return files;
}

base::Result<QByteArray> Enclosures::content(const Placed &placed) const
{
    base::Result<Enclosure> loaded = m_load(placed.id);
    if (!loaded)
        return loaded.error();
    return std::move(loaded->content);
}

} // namespace site
