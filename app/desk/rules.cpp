#include "desk/rules.h"

#include "base/text.h"
#include "desk/paths.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::rules)
};

// Collects what is found about one article.
class Findings
{
public:
    explicit Findings(const ArticleId &article) : m_article(article) {}

    void block(const char *check, const QString &where, const QString &message)
    {
        m_list.append({Finding::Severity::Blocker, QLatin1String(check), m_article, where, {}, message});
    }
    void warn(const char *check, const QString &where, const QString &message)
    {
        m_list.append({Finding::Severity::Warning, QLatin1String(check), m_article, where, {}, message});
    }
    [[nodiscard]] QList<Finding> sorted() &&
    {
        std::stable_partition(m_list.begin(), m_list.end(),
                              [](const Finding &finding) { return finding.severity == Finding::Severity::Blocker; });
        return std::move(m_list);
    }

private:
    ArticleId m_article;
    QList<Finding> m_list;
};

void checkHead(const Article &article, Findings &findings)
{
    if (article.title.simplified().isEmpty())
        findings.block("title", Words::tr("title"), Words::tr("The article has no title. Write one."));
    if (const base::Result<QString> slug = acceptSlug(article.slug); !slug)
        findings.block("slug", Words::tr("slug"), slug.error().message);
    if (article.stage == ArticleStage::Approved && !article.publishOn.isValid())
        findings.block("date", Words::tr("date"), Words::tr("The article has no date. Set the day it goes out."));
    if (article.tags.isEmpty())
        findings.warn("tags", Words::tr("tags"), Words::tr("The article has no tag. Readers find it by its topics."));
}

void checkLetter(const Letter *letter, const QString &where, const Masthead &masthead, Findings &findings)
{
    if (!letter) {
        findings.block("letter", where, Words::tr("The letter is not on the desk. Take this answer out."));
        return;
    }
    if (letter->consent == Consent::Refused)
        findings.block("consent", where,
                       Words::tr("The writer does not want this letter to be published. Take it out of the article."));
    const qint64 words = base::wordCount(letter->edited);
    if (words == 0)
        findings.block("letter", where, Words::tr("The letter has no words left to print. Restore some."));
    if (letter->signature.simplified().isEmpty())
        findings.warn("signature", where, Words::tr("The letter has no signature. Give the writer a pen name."));
    const qint64 most = masthead.letterWords.toLongLong();
    if (most > 0 && words > most)
        findings.warn(
            "letter-length", where,
            Words::tr("The letter has %1 words, more than the %2 of the masthead. Cut it.").arg(words).arg(most));
}

} // namespace

QList<Finding> articleFindings(const Article &article, const QList<Letter> &letters, const Masthead &masthead)
{
    Findings findings(article.id);
    checkHead(article, findings);
    if (article.answers.isEmpty())
        findings.block("answer", Words::tr("article"), Words::tr("The article has no letter. Answer one."));
    int number = 0;
    for (const Answer &answer : article.answers) {
        ++number;
        const auto letter = std::ranges::find(letters, answer.letter, &Letter::id);
        checkLetter(letter == letters.end() ? nullptr : &*letter, Words::tr("letter %1").arg(number), masthead,
                    findings);
        if (base::wordCount(answer.text) == 0)
            findings.block("answer", Words::tr("answer %1").arg(number),
                           Words::tr("The answer is empty. Write it, or take the letter out of the article."));
    }
    return std::move(findings).sorted();
}

QList<Finding> mastheadFindings(const Masthead &masthead)
{
    Findings findings{ArticleId()};
    if (masthead.baseUrl.isEmpty())
        findings.warn("base-url", Words::tr("masthead"),
                      Words::tr("The address of the site is not set, so there is no feed and no sitemap. Set it in the "
                                "masthead."));
    if (masthead.introduction.isEmpty())
        findings.warn(
            "introduction", Words::tr("masthead"),
            Words::tr("There is no introduction. Say in the masthead what the column is and where to write."));
    if (masthead.authors.isEmpty() || masthead.authors.first().name.isEmpty())
        findings.warn("author", Words::tr("masthead"), Words::tr("There is no author. Name one in the masthead."));
    else if (!masthead.authors.first().picture.isNull() && masthead.authors.first().pictureAlt.isEmpty())
        findings.warn("picture-alt", Words::tr("masthead"),
                      Words::tr("The author’s picture has no description. Say in the masthead what it shows."));
    return std::move(findings).sorted();
}

} // namespace desk
