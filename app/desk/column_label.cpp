#include "desk/column_label.h"

#include <QList>

#include <algorithm>
#include <iterator>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype longestLabel = 200;

// All words of these tables are folded.
constexpr QStringView salutations[] = {
    u"dear",     u"dearest", u"hello",   u"hi",        u"hey",       u"liebe",   u"lieber",  u"liebes",  u"hallo",
    u"werte",    u"werter",  u"chere",   u"cher",      u"chers",     u"bonjour", u"querida", u"querido", u"estimada",
    u"estimado", u"hola",    u"cara",    u"caro",      u"carissima", u"ciao",    u"beste",   u"lieve",   u"prezada",
    u"prezado",  u"kara",    u"kare",    u"kjære",     u"kære",      u"hej",     u"droga",   u"drogi",   u"rakas",
    u"hyva",     u"дорогая", u"дорогой", u"уважаемая", u"αγαπητη",   u"αγαπητε",
};

constexpr QStringView numbers[] = {
    u"one",  u"two",  u"three",  u"four",  u"five", u"six", u"seven",  u"eight", u"nine",   u"ten",  u"eins", u"zwei",
    u"drei", u"vier", u"funf",   u"sechs", u"un",   u"une", u"deux",   u"trois", u"quatre", u"cinq", u"uno",  u"una",
    u"dos",  u"tres", u"cuatro", u"cinco", u"due",  u"tre", u"cinque", u"een",   u"twee",   u"drie",
};

// Between a word and its number.
constexpr QStringView numberSigns[] = {u"no", u"nr", u"num", u"number", u"nummer", u"numero"};

constexpr QStringView letterWords[] = {
    u"q",        u"question", u"questions", u"letter",    u"dilemma", u"problem",  u"query",  u"asks",
    u"writes",   u"frage",    u"brief",     u"zuschrift", u"fragt",   u"schreibt", u"lettre", u"courrier",
    u"ecrit",    u"pregunta", u"carta",     u"consulta",  u"domanda", u"lettera",  u"scrive", u"vraag",
    u"pergunta", u"fraga",    u"brev",      u"pytanie",   u"kysymys", u"вопрос",   u"письмо", u"ερωτηση",
};

constexpr QStringView answerWords[] = {
    u"a",         u"answer",    u"answers",   u"answered",  u"reply",     u"replies",  u"response", u"responds",
    u"says",      u"advice",    u"advises",   u"antwort",   u"antwortet", u"rat",      u"sagt",     u"reponse",
    u"repond",    u"conseil",   u"respuesta", u"responde",  u"contesta",  u"consejo",  u"aconseja", u"risposta",
    u"risponde",  u"consiglio", u"antwoord",  u"antwoordt", u"resposta",  u"svar",     u"svarar",   u"svarer",
    u"odpowiedz", u"odpowiada", u"vastaus",   u"vastaa",    u"ответ",     u"отвечает", u"απαντηση",
};

template <size_t Count>
bool isOneOf(QStringView word, const QStringView (&words)[Count])
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

struct Word {
    QString letters; // folded, or digits
    bool isNumber = false;
    int gap = 0;           // how wide the white space before it is; negative where something else stands there as well
    char32_t sign = 0;     // the first that stands behind it, not white space
    bool isJoined = false; // with nothing before it
};

// Marks of emphasis and of nothing: they part no words.
bool isUnseen(char32_t c)
{
    return c == U'*' || c == U'_' || c == U'\\' || c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

// An ordinary space is wider than the others, so that "D E" with hard spaces is nearer than "R H" with an ordinary one.
int widthOf(char32_t space)
{
    return space == U' ' ? 2 : 1;
}

// Parts a label into words. What is within a word beside letters is an apostrophe or the points of "A.M.".
class LabelWords
{
public:
    explicit LabelWords(const QString &text) : m_text(text.left(longestLabel).toUcs4()) {}

    [[nodiscard]] QList<Word> words()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i)
            take(m_text.at(i), behind(i));
        finish();
        return m_words;
    }

private:
    [[nodiscard]] char32_t behind(qsizetype at) const
    {
        while (++at < m_text.size()) {
            if (!isUnseen(m_text.at(at)))
                return m_text.at(at);
        }
        return 0;
    }

    void take(char32_t c, char32_t next)
    {
        const bool isDigit = QChar::isDigit(c);
        if (isUnseen(c))
            return;
        if (isDigit || QChar::isLetterOrNumber(c) || QChar::isMark(c)) {
            if (!m_current.isEmpty() && isDigit != m_isNumber)
                finish();
            m_isNumber = isDigit;
            appendTo(m_current, c);
            return;
        }
        const bool isInside = !m_current.isEmpty() && !m_isNumber && QChar::isLetter(next);
        if (isInside && isApostrophe(c))
            m_current.append(u'\'');
        if (isInside && (isApostrophe(c) || c == U'.'))
            return;
        finish();
        m_isJoined = false;
        if (QChar::isSpace(c)) {
            m_gap += m_gap < 0 ? 0 : widthOf(c);
            return;
        }
        m_gap = -1;
        if (!m_words.isEmpty() && m_words.last().sign == 0)
            m_words.last().sign = c;
    }

    void finish()
    {
        if (m_current.isEmpty())
            return;
        m_words.append({folded(std::exchange(m_current, {})), m_isNumber, m_gap, 0, m_isJoined});
        m_gap = 0;
        m_isJoined = true;
    }

    static void appendTo(QString &word, char32_t c)
    {
        if (QChar::requiresSurrogates(c))
            word.append(QChar::fromUcs4(c));
        else
            word.append(QChar(char16_t(c)));
    }

    static QString folded(QString word)
    {
        const bool isPlain = std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.unicode() < 0x80; });
        if (isPlain)
            return std::move(word).toLower();
        QString letters;
        char32_t base = 0;
        for (const char32_t c : word.normalized(QString::NormalizationForm_KD).toUcs4()) {
            const bool hasAccents =
                QChar::script(base) == QChar::Script_Latin || QChar::script(base) == QChar::Script_Greek;
            if (QChar::isMark(c) && hasAccents)
                continue;
            base = QChar::isMark(c) ? base : c;
            appendTo(letters, QChar::toCaseFolded(c));
        }
        return letters.normalized(QString::NormalizationForm_C);
    }

    QList<uint> m_text;
    QList<Word> m_words;
    QString m_current;
    bool m_isNumber = false;
    bool m_isJoined = false;
    int m_gap = 0;
};

bool isSingleLetter(const Word &word)
{
    return word.letters.size() == 1 && !word.isNumber;
}

// Behind the last of the single letters that begin at `from` with white space alone between them.
qsizetype endOfSpaced(const QList<Word> &words, qsizetype from)
{
    qsizetype end = from;
    while (end < words.size() && isSingleLetter(words.at(end)) && (end == from || words.at(end).gap > 0))
        ++end;
    return end;
}

// "D E A R  H A Z E L" as two words.
QList<Word> withoutSpacing(const QList<Word> &words)
{
    constexpr qsizetype fewest = 3; // "Q & A" and "a b" are no spaced words
    QList<Word> joined;
    for (qsizetype at = 0; at < words.size();) {
        const qsizetype end = endOfSpaced(words, at);
        if (end - at < fewest) {
            joined.append(words.at(at++));
            continue;
        }
        int narrowest = words.at(at + 1).gap;
        for (qsizetype i = at + 1; i < end; ++i)
            narrowest = std::min(narrowest, words.at(i).gap);
        joined.append(words.at(at));
        while (++at < end) {
            if (words.at(at).gap > narrowest) {
                joined.append(words.at(at));
            } else {
                joined.last().letters += words.at(at).letters;
                joined.last().sign = words.at(at).sign;
            }
        }
    }
    return joined;
}

// From i to xxxix.
bool isRoman(QStringView word)
{
    qsizetype at = 0;
    while (at < word.size() && at < 3 && word.at(at) == u'x')
        ++at;
    const QStringView ones = word.sliced(at);
    static constexpr QStringView all[] = {u"", u"i", u"ii", u"iii", u"iv", u"v", u"vi", u"vii", u"viii", u"ix"};
    return !word.isEmpty() && isOneOf(ones, all);
}

void dropNumbers(QList<Word> &words)
{
    // "1. Q:"
    if (words.size() > 1 && words.first().isNumber && (words.first().sign == U'.' || words.first().sign == U')'))
        words.removeFirst();
    const qsizetype before = words.size();
    while (!words.isEmpty() && words.last().isNumber)
        words.removeLast();
    if (words.size() < before) {
        if (words.size() > 1 && isOneOf(words.last().letters, numberSigns))
            words.removeLast();
        return;
    }
    if (words.size() != 2 || words.last().isJoined || isSalutation(words.first().letters))
        return;
    if (isRoman(words.last().letters) || isOneOf(words.last().letters, numbers))
        words.removeLast();
}

bool endsInAnyName(const QString &asWritten)
{
    QString end = asWritten.right(20);
    end.removeIf([](QChar c) { return isUnseen(c.unicode()) || c == u':' || c == u',' || c == u'!'; });
    end = end.trimmed();
    return end.endsWith(anyName) || end.endsWith(u" ...");
}

} // namespace

QString foldedLabel(const QString &asWritten)
{
    QList<Word> words = withoutSpacing(LabelWords(asWritten).words());
    dropNumbers(words);
    QString phrase;
    for (const Word &word : std::as_const(words)) {
        if (!phrase.isEmpty())
            phrase += u' ';
        phrase += word.letters;
    }
    return !phrase.isEmpty() && endsInAnyName(asWritten) ? phrase + anyName : phrase;
}

bool isSalutation(QStringView word)
{
    return isOneOf(word, salutations);
}

std::optional<ColumnLabel::Part> usualPart(const QString &phrase)
{
    const QList<QStringView> words = QStringView(phrase).split(u' ');
    // A single letter tells only where it is all.
    const auto tells = [&words](QStringView word) {
        return word.size() > 1 || words.size() == 1;
    };
    const auto isIn = [&words, tells](const auto &table) {
        return std::any_of(words.cbegin(), words.cend(),
                           [&](QStringView word) { return tells(word) && isOneOf(word, table); });
    };
    if (isIn(answerWords))
        return ColumnLabel::Part::Answer;
    if (isIn(letterWords))
        return ColumnLabel::Part::Letter;
    return std::nullopt;
}

} // namespace desk
