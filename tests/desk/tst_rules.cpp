#include "desk/rules.h"

#include <QTest>

using desk::Article;
using desk::ArticleStage;
using desk::Finding;
using desk::Letter;
using desk::Masthead;

namespace {

// An approved article that answers two letters and lacks nothing.
struct Perfect {
    Article article;
    QList<Letter> letters;
    Masthead masthead = desk::newMasthead(QStringLiteral("Ask Hazel"), QStringLiteral("en"), QStringLiteral("UTC"));
};

Perfect perfect()
{
    Perfect made;
    made.article.id = desk::ArticleId::create();
    made.article.title = QStringLiteral("My neighbour's gate");
    made.article.slug = QStringLiteral("my-neighbours-gate");
    made.article.stage = ArticleStage::Approved;
    made.article.publishOn = QDateTime::fromString(QStringLiteral("2026-05-01T09:00:00Z"), Qt::ISODate);
    made.article.tags = {desk::TagId::create()};
    made.masthead.letterWords = QStringLiteral("5");
    for (int i = 0; i < 2; ++i) {
        Letter letter;
        letter.id = desk::LetterId::create();
        letter.edited = QStringLiteral("The gate is never shut.");
        letter.signature = QStringLiteral("Draughty");
        made.letters.prepend(letter);
        made.article.answers.append({desk::AnswerId::create(), letter.id, QStringLiteral("Shut it."), 0});
    }
    return made;
}

Masthead completeMasthead()
{
    Masthead made = perfect().masthead;
    made.baseUrl = QStringLiteral("https://askhazel.example");
    made.introduction = QStringLiteral("Hazel answers.");
    made.authors = {{desk::AuthorId::create(),
                     QStringLiteral("Hazel"),
                     {},
                     desk::AssetId::create(),
                     QStringLiteral("A drawing of a nut"),
                     0}};
    return made;
}

// "blocker title (where)|warning tags (where)"
QString summary(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        if (finding.message.isEmpty())
            return QStringLiteral("a finding has no message");
        lines.append(desk::name(finding.severity) + QLatin1Char(' ') + finding.check + QStringLiteral(" (") +
                     finding.where + QLatin1Char(')'));
    }
    return lines.join(QLatin1Char('|'));
}

using Break = void (*)(Perfect &);
using BreakMasthead = void (*)(Masthead &);

} // namespace

Q_DECLARE_METATYPE(Break)
Q_DECLARE_METATYPE(BreakMasthead)

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInPerfectArticle();
    void findsWhatIsBroken_data();
    void findsWhatIsBroken();
    void putsBlockersFirst();
    void namesArticleButNoText();
    void findsWhatMastheadLacks_data();
    void findsWhatMastheadLacks();
    void knowsBlockers();
};

void TestRules::findsNothingInPerfectArticle()
{
    const Perfect made = perfect();
    QCOMPARE(summary(desk::articleFindings(made.article, made.letters, made.masthead)), QString());
}

void TestRules::findsWhatIsBroken_data()
{
    QTest::addColumn<Break>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, Break change, const char *expected) {
        QTest::newRow(title) << change << QString::fromUtf8(expected);
    };
    row(
        "no title", [](Perfect &p) { p.article.title = QStringLiteral(" \n"); }, "blocker title (title)");
    row(
        "no slug", [](Perfect &p) { p.article.slug.clear(); }, "blocker slug (slug)");
    row(
        "bad slug", [](Perfect &p) { p.article.slug = QStringLiteral("../x"); }, "blocker slug (slug)");
    row(
        "no date", [](Perfect &p) { p.article.publishOn = {}; }, "blocker date (date)");
    row(
        "no date yet",
        [](Perfect &p) {
            p.article.publishOn = {};
            p.article.stage = ArticleStage::InReview;
        },
        "");
    row(
        "no tag", [](Perfect &p) { p.article.tags.clear(); }, "warning tags (tags)");
    row(
        "no letter", [](Perfect &p) { p.article.answers.clear(); }, "blocker answer (article)");
    row(
        "empty answer", [](Perfect &p) { p.article.answers[1].text = QStringLiteral(" \n -- "); },
        "blocker answer (answer 2)");
    row(
        "letter is gone", [](Perfect &p) { p.letters.removeLast(); }, "blocker letter (letter 1)");
    row(
        "letter has no words", [](Perfect &p) { p.letters.last().edited = QStringLiteral("..."); },
        "blocker letter (letter 1)");
    row(
        "no signature", [](Perfect &p) { p.letters.first().signature = QStringLiteral(" "); },
        "warning signature (letter 2)");
    row(
        "too long", [](Perfect &p) { p.letters.first().edited += QStringLiteral(" Never."); },
        "warning letter-length (letter 2)");
    row(
        "no limit",
        [](Perfect &p) {
            p.letters.first().edited = QStringLiteral("word ").repeated(5000);
            p.masthead.letterWords.clear();
        },
        "");
    row(
        "limit that is no number", [](Perfect &p) { p.masthead.letterWords = QStringLiteral("many"); }, "");
    row(
        "a letter too many", [](Perfect &p) { p.letters.append(Letter{}); }, "");
}

void TestRules::findsWhatIsBroken()
{
    QFETCH(Break, change);
    QFETCH(QString, expected);
    Perfect made = perfect();
    change(made);
    QCOMPARE(summary(desk::articleFindings(made.article, made.letters, made.masthead)), expected);
}

void TestRules::putsBlockersFirst()
{
    Perfect made = perfect();
    made.article.tags.clear();
    made.article.title.clear();
    made.letters.last().signature.clear();
    made.article.answers[1].text.clear();
    QCOMPARE(summary(desk::articleFindings(made.article, made.letters, made.masthead)),
             QStringLiteral("blocker title (title)|blocker answer (answer 2)|warning tags (tags)|"
                            "warning signature (letter 1)"));
    QCOMPARE(summary(desk::articleFindings({}, {}, {})),
             QStringLiteral("blocker title (title)|blocker slug (slug)|blocker answer (article)|warning tags (tags)"));
}

void TestRules::namesArticleButNoText()
{
    Perfect made = perfect();
    made.article.tags.clear();
    made.letters.first().edited += QStringLiteral(" Never.");
    const QList<Finding> findings = desk::articleFindings(made.article, made.letters, made.masthead);
    QCOMPARE(findings.size(), 2);
    for (const Finding &finding : findings) {
        QVERIFY(finding.article == made.article.id);
        QVERIFY(!finding.message.contains(QStringLiteral("gate")));
    }
    QVERIFY(findings.last().message.contains(QStringLiteral("6 words")));
}

void TestRules::findsWhatMastheadLacks_data()
{
    QTest::addColumn<BreakMasthead>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, BreakMasthead change, const char *expected) {
        QTest::newRow(title) << change << QString::fromUtf8(expected);
    };
    row(
        "nothing", [](Masthead &) {}, "");
    row(
        "no address", [](Masthead &m) { m.baseUrl.clear(); }, "warning base-url (masthead)");
    row(
        "no introduction", [](Masthead &m) { m.introduction.clear(); }, "warning introduction (masthead)");
    row(
        "no author", [](Masthead &m) { m.authors.clear(); }, "warning author (masthead)");
    row(
        "author without name", [](Masthead &m) { m.authors.first().name.clear(); }, "warning author (masthead)");
    row(
        "picture without words", [](Masthead &m) { m.authors.first().pictureAlt.clear(); },
        "warning picture-alt (masthead)");
    row(
        "no picture",
        [](Masthead &m) {
            m.authors.first().pictureAlt.clear();
            m.authors.first().picture = {};
        },
        "");
    row(
        "all", [](Masthead &m) { m = {}; },
        "warning base-url (masthead)|warning introduction (masthead)|warning author (masthead)");
}

void TestRules::findsWhatMastheadLacks()
{
    QFETCH(BreakMasthead, change);
    QFETCH(QString, expected);
    Masthead masthead = completeMasthead();
    change(masthead);
    const QList<Finding> findings = desk::mastheadFindings(masthead);
    QCOMPARE(summary(findings), expected);
    QVERIFY(!desk::hasBlocker(findings));
}

void TestRules::knowsBlockers()
{
    Finding blocker;
    blocker.severity = Finding::Severity::Blocker;
    QVERIFY(!desk::hasBlocker({}));
    QVERIFY(!desk::hasBlocker({Finding()}));
    QVERIFY(desk::hasBlocker({Finding(), blocker}));
    QCOMPARE(desk::name(Finding::Severity::Blocker), QStringLiteral("blocker"));
    QCOMPARE(desk::name(Finding::Severity::Warning), QStringLiteral("warning"));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
