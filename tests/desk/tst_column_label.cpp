#include "desk/column_label.h"

#include <QTest>

using desk::ColumnLabel;
using desk::foldedLabel;
using Part = desk::ColumnLabel::Part;

class TestColumnLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsFormsToOnePhrase_data();
    void foldsFormsToOnePhrase();
    void foldsWhatIsFolded();
    void foldsLongTextQuickly();
    void knowsWhatPhrasesStandBefore_data();
    void knowsWhatPhrasesStandBefore();
    void knowsSalutations();
};

void TestColumnLabel::foldsFormsToOnePhrase_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("phrase");
    const auto row = [](const char *written, const char *phrase) {
        QTest::addRow("%s", written) << QString::fromUtf8(written) << QString::fromUtf8(phrase);
    };
    for (const char *written : {"Dear Hazel",
                                "DEAR HAZEL:",
                                "**DEAR HAZEL:**",
                                "**DEAR HAZEL**:",
                                "*Dear Hazel,*",
                                "***Dear Hazel*** –",
                                "__Dear Hazel__",
                                "## Dear Hazel",
                                "###### DEAR HAZEL —",
                                "> Dear Hazel,",
                                "“Dear Hazel:",
                                "\"Dear Hazel\":",
                                "« Dear Hazel »",
                                "Dear\u00a0Hazel:",
                                "DEAR\u202fHAZEL\u00a0:",
                                "  dear   hazel  ",
                                "**D**EAR **H**AZEL",
                                "D E A R  H A Z E L",
                                "D E A R   H A Z E L :",
                                "D\u00a0E\u00a0A\u00a0R H\u00a0A\u00a0Z\u00a0E\u00a0L",
                                "D\u2009E\u2009A\u2009R HAZEL",
                                "DEAR HAZEL 2:",
                                "DEAR HAZEL (2)",
                                "Dear Hazel #3",
                                "1. Dear Hazel,",
                                "1\\. Dear Hazel,",
                                "DEAR\u200b HA\u00adZEL",
                                "Dear Hazel!",
                                "Dear Hazel.",
                                "Dear, Hazel --",
                                "DÉAR HAZEL",
                                "ＤＥＡＲ　ＨＡＺＥＬ：",
                                "𝐃𝐄𝐀𝐑 𝐇𝐀𝐙𝐄𝐋"})
        row(written, "dear hazel");
    for (const char *written : {"Q", "Q:", "q.", "**Q**", "## Q:", "Q1", "Q1.", "Q 1:", "Q. 1:", "Q #12", "Q I.",
                                "Q. IV:", "Q xxiii", "Q two", "2) Q:", "Q no. 2"})
        row(written, "q");
    row("Letter II —", "letter");
    row("QUESTION ONE", "question");
    row("Frage Nr. 3:", "frage");
    row("Q U E S T I O N  1", "question");
    row("D E A R H A Z E L", "dearhazel"); // nothing parts the words
    row("HAZEL ANSWERS:", "hazel answers");
    row("Hazel’s answer:", "hazel's answer");
    row("Hazel's Answer", "hazel's answer");
    row("Dear Hazel’s sister", "dear hazel's sister");
    row("Dear Hazel and Tom", "dear hazel and tom");
    row("CHÈRE HÉLÈNE :", "chere helene");
    row("CHERE HELENE", "chere helene");
    row("LIEBE HANNA!", "liebe hanna");
    row("ΑΓΑΠΗΤΗ ΕΛΕΝΗ:", "αγαπητη ελενη");
    row("Αγαπητή Ελένη,", "αγαπητη ελενη");
    row("ДОРОГОЙ ИВАН!", "дорогой иван");
    row("問：", "問");
    row("प्रश्न:", "प्रश्न");       // vowel signs are no accents
    row("Dear Vi,", "dear vi"); // no number
    row("Dear One,", "dear one");
    row("A.I.", "ai");
    row("Q & A", "q a");
    row("Dear …,", "dear …");
    row("**DEAR ...:**", "dear …");
    row("Dear Hazel…", "dear hazel");
    row("24 answers", "24 answers");
    row("", "");
    row("**:** — “”", "");
    row("1.", "");
    row("2026", "");
}

void TestColumnLabel::foldsFormsToOnePhrase()
{
    QFETCH(QString, written);
    QFETCH(QString, phrase);
    QCOMPARE(foldedLabel(written), phrase);
}

void TestColumnLabel::foldsWhatIsFolded()
{
    for (const QString &phrase : {QStringLiteral("dear hazel"), QStringLiteral("hazel's answer"), QStringLiteral("q"),
                                  QStringLiteral("dear …"), QStringLiteral("chere helene")})
        QCOMPARE(foldedLabel(phrase), phrase);
}

void TestColumnLabel::foldsLongTextQuickly()
{
    const QString far = QString(10'000'000, u'.') + QStringLiteral("Q:");
    QCOMPARE(foldedLabel(far), QString());
    QVERIFY(foldedLabel(QString(10'000'000, u'x')).size() <= 200);
}

void TestColumnLabel::knowsWhatPhrasesStandBefore_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<std::optional<Part>>("part");
    const auto row = [](const char *phrase, std::optional<Part> part) {
        QTest::addRow("%s", phrase) << QString::fromUtf8(phrase) << part;
    };
    for (const char *phrase : {"q", "question", "the letter", "letter", "frage", "courrier", "pregunta", "вопрос"})
        row(phrase, Part::Letter);
    for (const char *phrase : {"a", "hazel answers", "hazel's answer", "answer", "our reply", "hazel says",
                               "hanna antwortet", "helene repond", "respuesta", "answer to your question"})
        row(phrase, Part::Answer);
    for (const char *phrase : {"dear hazel", "a word", "plan q", "i think", "hazel", ""})
        row(phrase, std::nullopt);
}

void TestColumnLabel::knowsWhatPhrasesStandBefore()
{
    QFETCH(QString, phrase);
    QFETCH(std::optional<Part>, part);
    QCOMPARE(desk::usualPart(phrase), part);
}

void TestColumnLabel::knowsSalutations()
{
    QVERIFY(desk::isSalutation(u"dear"));
    QVERIFY(desk::isSalutation(foldedLabel(QStringLiteral("CHÈRE"))));
    QVERIFY(!desk::isSalutation(u"hazel"));
    QVERIFY(!desk::isSalutation(u""));
}

QTEST_APPLESS_MAIN(TestColumnLabel)
#include "tst_column_label.moc"
