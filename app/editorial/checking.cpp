#include "editorial/checking.h"

#include "desk/rules.h"
#include "editorial/enclosing.h"
#include "editorial/masthead.h"
#include "privacy/leak.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QtConcurrentMap>

#include <algorithm>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::checking)
};

// A text that readers will see, and where it stands.
struct PublicText {
    QString where;
    QString text;
};

QList<PublicText> publicTexts(const desk::Article &article, const QList<desk::Letter> &letters)
{
    QList<PublicText> texts{{Words::tr("title"), article.title},
                            {Words::tr("slug"), QString(article.slug).replace(QLatin1Char('-'), QLatin1Char(' '))},
                            {Words::tr("summary"), article.summary}};
    int number = 0;
    for (const desk::Answer &answer : article.answers) {
        ++number;
        texts.append({Words::tr("answer %1").arg(number), answer.text});
        const auto letter = std::ranges::find(letters, answer.letter, &desk::Letter::id);
        if (letter == letters.end())
            continue;
        texts.append({Words::tr("letter %1").arg(number), letter->edited});
        texts.append({Words::tr("signature %1").arg(number), letter->signature});
        texts.append({Words::tr("place %1").arg(number), letter->place});
    }
    return texts;
}

QList<desk::Finding> identityFindings(const desk::Article &article, const QList<desk::Letter> &letters,
                                      const QStringList &telling)
{
    QList<desk::Finding> findings;
    if (telling.isEmpty())
        return findings;
    for (const PublicText &text : publicTexts(article, letters)) {
        for (const privacy::Leak &leak : privacy::leaks(text.text, telling)) {
            const auto line = text.text.first(leak.start).count(QLatin1Char('\n')) + 1;
            findings.append({desk::Finding::Severity::Blocker, QStringLiteral("identity"), article.id,
                             line > 1 ? Words::tr("%1, line %2").arg(text.where).arg(line) : text.where, leak.text,
                             Words::tr("This would give the writer away. Take it out or change it.")});
        }
    }
    return findings;
}

void blockersFirst(QList<desk::Finding> &findings)
{
    std::stable_partition(findings.begin(), findings.end(), [](const desk::Finding &finding) {
        return finding.severity == desk::Finding::Severity::Blocker;
    });
}

// All of an article that a check looks at.
struct Manuscript {
    desk::Article article;
    QList<desk::Letter> letters; // as far as they are printed
    QList<privacy::Correspondent> writers;
    QList<desk::Finding> found; // when they were read
};

constexpr qsizetype readAtOnce = 256; // articles whose texts are held at once

QList<desk::Finding> findingsIn(const Manuscript &manuscript, const desk::Masthead &masthead)
{
    QStringList telling;
    for (const privacy::Correspondent &writer : manuscript.writers)
        telling.append(privacy::tellingWords(writer));
    QList<desk::Finding> findings = identityFindings(manuscript.article, manuscript.letters, telling);
    findings.append(manuscript.found);
    findings.append(desk::articleFindings(manuscript.article, manuscript.letters, masthead));
    blockersFirst(findings);
    return findings;
}

desk::Article articleOf(const storage::ArticleHead &head)
{
    desk::Article article;
    article.id = head.id;
    article.title = head.title;
    article.slug = head.slug;
    article.summary = head.summary;
    article.stage = head.stage;
    article.publishOn = head.publishOn;
    article.tags = head.tags;
    return article;
}

void addPiece(Manuscript &manuscript, const storage::PrintedAnswer &printed)
{
    manuscript.article.answers.append({{}, printed.letter, printed.text, 0});
    desk::Letter letter;
    letter.id = printed.letter;
    letter.edited = printed.letterText;
    letter.signature = printed.signature;
    letter.place = printed.place;
    letter.consent = printed.isRefused ? desk::Consent::Refused : desk::Consent::Unsaid;
    manuscript.letters.append(letter);
}

// Who wrote the letter, and who passed it on.
QList<desk::CorrespondentId> correspondentsOf(const storage::PrintedAnswer &piece)
{
    return piece.other.isNull() ? QList{piece.writer} : QList{piece.writer, piece.other};
}

// Opens those who wrote the piece. One may be gone, as from a desk that was restored without them.
base::Result<void> addWriters(Desk &desk, Manuscript &manuscript, const storage::PrintedAnswer &piece, qsizetype number,
                              const QHash<desk::CorrespondentId, privacy::SealedCorrespondent> &sealed)
{
    for (const desk::CorrespondentId &id : correspondentsOf(piece)) {
        const auto known = sealed.constFind(id);
        if (known == sealed.constEnd()) {
            manuscript.found.append({desk::Finding::Severity::Warning, QStringLiteral("writer"), manuscript.article.id,
                                     Words::tr("letter %1").arg(number), QString(),
                                     Words::tr("Who wrote this letter is not kept on this desk, so nothing looks for "
                                               "their name. Read the texts through for it.")});
            continue;
        }
        const auto writer = desk.vault().open(*known);
        if (!writer)
            return writer.error();
        manuscript.writers.append(*writer);
    }
    return {};
}

// Reads the texts and the writers of these articles, which come without answers.
base::Result<QList<Manuscript>> manuscripts(Desk &desk, const QList<desk::Article> &articles)
{
    QList<desk::ArticleId> ids;
    for (const desk::Article &article : articles)
        ids.append(article.id);
    const auto printed = desk.file().articles().printed(ids);
    if (!printed)
        return printed.error();
    QList<desk::CorrespondentId> writers;
    for (const QList<storage::PrintedAnswer> &pieces : *printed) {
        for (const storage::PrintedAnswer &piece : pieces)
            writers.append(correspondentsOf(piece));
    }
    const auto sealed = desk.file().correspondents().identities(writers);
    if (!sealed)
        return sealed.error();
    QList<Manuscript> all;
    for (qsizetype at = 0; at < articles.size(); ++at) {
        Manuscript &manuscript = all.emplaceBack(Manuscript{articles.at(at), {}, {}, {}});
        qsizetype number = 0;
        for (const storage::PrintedAnswer &piece : printed->at(at)) {
            if (const auto added = addWriters(desk, manuscript, piece, ++number, *sealed); !added)
                return added.error();
            addPiece(manuscript, piece);
        }
        const auto found = enclosureFindings(desk, manuscript.article.id, printed->at(at), manuscript.writers);
        if (!found)
            return found.error();
        manuscript.found += *found;
    }
    return all;
}

} // namespace

base::Result<QList<desk::Finding>> articleCheck(Desk &desk, const desk::ArticleId &id, const desk::Masthead &masthead)
{
    auto article = desk.file().articles().article(id);
    if (!article)
        return article.error();
    article->answers.clear(); // manuscripts() reads them
    const auto read = manuscripts(desk, {*article});
    if (!read)
        return read.error();
    return findingsIn(read->first(), masthead);
}

base::Result<QList<QList<desk::Finding>>> articleChecks(Desk &desk, const QList<storage::ArticleHead> &heads,
                                                        const desk::Masthead &masthead, base::Progress &progress)
{
    QList<QList<desk::Finding>> findings;
    findings.reserve(heads.size());
    QFuture<QList<desk::Finding>> checking; // of those read last, while the next are read
    const auto finished = qScopeGuard([&checking] { checking.waitForFinished(); });
    for (qsizetype from = 0; from < heads.size(); from += readAtOnce) {
        if (progress.isCancelled())
            return base::Error{base::Error::Kind::Cancelled, Words::tr("The check was stopped.")};
        progress.report(from, heads.size(), Words::tr("Checking articles"));
        QList<desk::Article> articles;
        for (const storage::ArticleHead &head : heads.mid(from, readAtOnce))
            articles.append(articleOf(head));
        auto read = manuscripts(desk, articles);
        if (!read)
            return read.error();
        findings += checking.results();
        checking = QtConcurrent::mapped(
            std::move(*read), [&masthead](const Manuscript &manuscript) { return findingsIn(manuscript, masthead); });
    }
    findings += checking.results();
    return findings;
}

base::Result<QList<desk::Finding>> check(Desk &desk, const desk::ArticleId &article, base::Progress &progress)
{
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    if (!article.isNull())
        return articleCheck(desk, article, *head);

    QList<desk::Finding> findings = desk::mastheadFindings(*head);
    for (const desk::ArticleStage stage : desk::articleStages()) {
        if (stage == desk::ArticleStage::Withdrawn)
            continue;
        const auto heads = desk.file().articles().heads(stage);
        if (!heads)
            return heads.error();
        const auto found = articleChecks(desk, *heads, *head, progress);
        if (!found)
            return found.error();
        for (const QList<desk::Finding> &each : *found)
            findings.append(each);
    }
    blockersFirst(findings);
    return findings;
}

} // namespace editorial
