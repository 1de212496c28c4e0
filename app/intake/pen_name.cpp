#include "intake/pen_name.h"

#include "intake/text_lines.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype mostWords = 8;

// In the languages of the columns that are known to print such letters, small letters.
constexpr QStringView closings[] = {
    u"yours",
    u"yours truly",
    u"yours sincerely",
    u"yours faithfully",
    u"yours in hope",
    u"yours ever",
    u"sincerely",
    u"sincerely yours",
    u"faithfully",
    u"regards",
    u"best regards",
    u"kind regards",
    u"warm regards",
    u"with kind regards",
    u"best",
    u"best wishes",
    u"all the best",
    u"many thanks",
    u"with thanks",
    u"thanks",
    u"thank you",
    u"thanks in advance",
    u"thank you in advance",
    u"gratefully",
    u"respectfully",
    u"love",
    u"with love",
    u"much love",
    u"lots of love",
    u"cheers",
    u"signed",
    u"desperately yours",
    u"hopefully",
    u"in hope",
    u"your reader",
    u"a reader",
    u"mit freundlichen grüßen",
    u"freundliche grüße",
    u"viele grüße",
    u"liebe grüße",
    u"herzliche grüße",
    u"beste grüße",
    u"mfg",
    u"lg",
    u"danke",
    u"ihr",
    u"ihre",
    u"deine",
    u"dein",
    u"cordialement",
    u"bien à vous",
    u"merci",
    u"amicalement",
    u"bien cordialement",
    u"sincèrement",
    u"saludos",
    u"un saludo",
    u"atentamente",
    u"gracias",
    u"cordialmente",
    u"cordiali saluti",
    u"distinti saluti",
    u"saluti",
    u"grazie",
    u"met vriendelijke groet",
    u"vriendelijke groeten",
    u"groeten",
    u"bedankt",
    u"atenciosamente",
    u"obrigada",
    u"obrigado",
    u"med vänliga hälsningar",
    u"hälsningar",
    u"vänliga hälsningar",
    u"tack",
    u"venlig hilsen",
    u"med venlig hilsen",
    u"hilsen",
    u"vennlig hilsen",
    u"tak",
    u"takk",
    u"pozdrawiam",
    u"z poważaniem",
    u"dziękuję",
    u"terveisin",
    u"ystävällisin terveisin",
    u"kiitos",
};

// "De" and "da" are parts of real names.
constexpr QStringView prepositions[] = {u"in", u"at", u"from", u"of", u"near", u"aus", u"à", u"en", u"uit"};

// Small words that pen names have between the others.
constexpr QStringView smallWords[] = {u"and", u"the",  u"a",       u"an",  u"but", u"not",  u"to",
                                      u"by",  u"with", u"without", u"for", u"her", u"his",  u"my",
                                      u"und", u"et",   u"y",       u"no",  u"too", u"very", u"so"};

constexpr QStringView pronouns[] = {u"i",    u"he",   u"she",   u"we",     u"they", u"you",   u"it",
                                    u"this", u"that", u"there", u"what",   u"when", u"where", u"why",
                                    u"how",  u"who",  u"is",    u"please", u"dear"};

constexpr QStringView endings[] = {u"less", u"ful", u"ed", u"ing", u"ous", u"ish"};

// Real names that end like states.
constexpr QStringView realNames[] = {
    u"ahmed",   u"alfred",   u"fred",     u"wilfred",  u"winifred", u"mildred",  u"manfred", u"gottfred",
    u"mohamed", u"mohammed", u"muhammed", u"khaled",   u"waleed",   u"saeed",    u"javed",   u"naveed",
    u"jared",   u"hamed",    u"irving",   u"sterling", u"fleming",  u"browning", u"manning", u"channing",
    u"keating", u"harding",  u"golding",  u"manish",   u"girish",   u"ashish",   u"satish",  u"jagadish",
    u"danish",  u"reed",     u"ned",      u"ted",      u"creed",    u"xiaoming", u"yanming",
};

// How people who write to columns feel, and what they are.
constexpr QStringView states[] = {
    u"torn",      u"sad",        u"lost",        u"stuck",         u"hurt",        u"upset",      u"lonely",
    u"angry",     u"unhappy",    u"anxious",     u"unsure",        u"guilty",      u"happy",      u"weary",
    u"blue",      u"mad",        u"sick",        u"alone",         u"afraid",      u"sorry",      u"broke",
    u"burnt",     u"desperate",  u"heartbroken", u"brokenhearted", u"distraught",  u"bitter",     u"grumpy",
    u"fuming",    u"livid",      u"mystified",   u"blindsided",    u"dumped",      u"desolate",   u"forlorn",
    u"numb",      u"fragile",    u"bewildered",  u"adrift",        u"undecided",   u"uncertain",  u"insecure",
    u"impatient", u"reluctant",  u"resentful",   u"bereft",        u"heartsick",   u"homesick",   u"lovesick",
    u"lovelorn",  u"speechless", u"sleepy",      u"nosy",          u"shy",         u"scared",     u"proud",
    u"jealous",   u"envious",    u"tired",       u"exhausted",     u"done",        u"over",       u"trapped",
    u"miffed",    u"peeved",     u"mum",         u"mom",           u"mummy",       u"dad",        u"daddy",
    u"wife",      u"husband",    u"mother",      u"father",        u"sister",      u"brother",    u"daughter",
    u"son",       u"widow",      u"widower",     u"bride",         u"groom",       u"bridesmaid", u"neighbour",
    u"neighbor",  u"reader",     u"anonymous",   u"anon",          u"nobody",      u"somebody",   u"someone",
    u"woman",     u"man",        u"girl",        u"boy",           u"girlfriend",  u"boyfriend",  u"friend",
    u"grandma",   u"grandpa",    u"granny",      u"teacher",       u"nurse",       u"single",     u"spinster",
    u"bachelor",  u"stepmother", u"stepmum",     u"stepdad",       u"aunt",        u"uncle",      u"newlywed",
    u"fiancée",   u"roommate",   u"flatmate",    u"tenant",        u"landlady",    u"landlord",   u"host",
    u"guest",     u"hopeful",    u"unloved",     u"unwanted",      u"unsettled",   u"unemployed", u"verzweifelt",
    u"ratlos",    u"traurig",    u"hilflos",     u"einsam",        u"wütend",      u"perdue",     u"désespérée",
    u"désespéré", u"triste",     u"perdida",     u"desesperada",   u"desesperado", u"hunter",     u"seeker",
    u"loser",
};

// Between an article or a "deeply" and a state.
constexpr QStringView degrees[] = {u"still",  u"just",    u"always", u"quite", u"feeling",
                                   u"almost", u"forever", u"old",    u"ex"};

bool equals(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

template <size_t Count>
bool isOneOf(QStringView word, const QStringView (&words)[Count])
{
    return std::any_of(std::begin(words), std::end(words), [word](QStringView known) { return equals(word, known); });
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'~' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015);
}

QStringView withoutMarks(QStringView words)
{
    words = words.trimmed();
    while (!words.isEmpty() && QStringView(u"*_\"'“”‘’.,").contains(words.back()))
        words = words.chopped(1);
    while (!words.isEmpty() && QStringView(u"*_\"'“”‘’").contains(words.front()))
        words = words.sliced(1);
    return words.trimmed();
}

// Whether the words can be a name under a letter at all: few, with a capital, no sentence, no address.
bool canBeName(QStringView words)
{
    return !words.isEmpty() && words.size() <= longestName && words.count(u' ') < mostWords &&
           words.front().isUpper() && !words.contains(u'@') && !words.contains(u'/') && !words.contains(u':') &&
           !words.endsWith(u'?') && !words.contains(u". ") && !words.contains(u'\t') && words.back() != u';';
}

// "— Torn in Truro". A line of a list has a dash before it as well.
QStringView behindDash(const QList<TextLine> &lines, qsizetype at)
{
    const QStringView line = lines.at(at).words;
    qsizetype dashes = 0;
    while (dashes < line.size() && isDash(line.at(dashes)))
        ++dashes;
    if (dashes == 0 || dashes > 3)
        return {};
    const bool isList = at > 0 && !lines.at(at - 1).isBlank() && isDash(lines.at(at - 1).words.front());
    const QStringView name = withoutMarks(line.sliced(dashes));
    return isList || !canBeName(name) ? QStringView() : name;
}

// "Yours, Worried".
QStringView behindClosing(QStringView line)
{
    const qsizetype comma = line.indexOf(u',');
    const qsizetype colon = line.indexOf(u':');
    const qsizetype end = comma < 0 ? colon : comma;
    if (end <= 0 || !isClosing(line.first(end)))
        return {};
    const QStringView name = withoutMarks(line.sliced(end + 1));
    return canBeName(name) ? name : QStringView();
}

// Where the name ends and its place begins: "Sleepless | in Somerset". Negative if there is no place.
qsizetype placeAt(const QList<QStringView> &words)
{
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (isOneOf(words.at(i), prepositions) && words.at(i).front().isLower() && words.at(i + 1).front().isUpper())
            return i;
    }
    return -1;
}

bool isCapitalised(const QList<QStringView> &words)
{
    return std::all_of(words.cbegin(), words.cend(), [](QStringView word) {
        return word.front().isUpper() || word.front().isDigit() || isOneOf(word, smallWords) ||
               isOneOf(word, prepositions);
    });
}

bool isNameInPlace(QStringView name)
{
    const QList<QStringView> words = name.split(u' ', Qt::SkipEmptyParts);
    const qsizetype place = placeAt(words);
    return place > 0 && place <= 4 && words.size() - place <= 5 && isCapitalised(words) &&
           !isOneOf(words.first(), pronouns);
}

bool isState(QStringView word)
{
    const bool ends = std::any_of(std::begin(endings), std::end(endings), [word](QStringView ending) {
        return word.size() >= ending.size() + 3 && word.endsWith(ending, Qt::CaseInsensitive);
    });
    return (ends && !isOneOf(word, realNames)) || isOneOf(word, states);
}

bool isDegree(QStringView word)
{
    return isOneOf(word, smallWords) || isOneOf(word, degrees) || word.endsWith(u"ly");
}

QList<qsizetype> lastLines(const QList<TextLine> &lines)
{
    QList<qsizetype> last;
    for (qsizetype i = lines.size(); i > 0 && last.size() < 3; --i) {
        if (!lines.at(i - 1).isBlank())
            last.append(i - 1);
    }
    return last;
}

// Small letters without accents and anything else.
QString bareWord(QStringView word)
{
    QString letters = word.toString().normalized(QString::NormalizationForm_D).toLower();
    letters.removeIf([](QChar c) { return !c.isLetter(); });
    return letters;
}

QStringList bareWords(QStringView text)
{
    QStringList words;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts))
        words.append(bareWord(word));
    return words;
}

} // namespace

bool isClosing(QStringView line)
{
    constexpr qsizetype longestClosing = 40;
    line = line.trimmed();
    while (!line.isEmpty() && QStringView(u",.!-").contains(line.back()))
        line = line.chopped(1).trimmed();
    return line.size() <= longestClosing && isOneOf(line, closings);
}

bool isWrittenAsName(QStringView words)
{
    if (!canBeName(words))
        return false;
    const QList<QStringView> each = words.split(u' ', Qt::SkipEmptyParts);
    return isCapitalised(each) && !isOneOf(each.first(), pronouns);
}

QString penNameIn(const QString &text)
{
    constexpr qsizetype searched = 2000; // characters at the end
    const QString tail = text.last(qMin(text.size(), searched));
    const QList<TextLine> lines = linesOf(tail);
    const QList<qsizetype> last = lastLines(lines);
    if (last.isEmpty() || lines.at(last.first()).depth > 0)
        return {};
    const qsizetype at = last.first();
    const QStringView line = lines.at(at).words;
    if (const QStringView name = behindDash(lines, at); !name.isEmpty())
        return name.toString();
    if (const QStringView name = behindClosing(line); !name.isEmpty())
        return name.toString();
    const QStringView name = withoutMarks(line);
    if (!canBeName(name) || isClosing(line))
        return {};
    if (last.size() > 1 && isClosing(lines.at(last.at(1)).words))
        return name.toString();
    const bool isAlone = at == 0 || lines.at(at - 1).isBlank();
    return isAlone && last.size() > 1 && isNameInPlace(name) ? name.toString() : QString();
}

bool isPenName(const QString &name)
{
    if (!canBeName(name))
        return false;
    QList<QStringView> words = QStringView(name).split(u' ', Qt::SkipEmptyParts);
    if (isOneOf(words.first(), pronouns) || !isCapitalised(words))
        return false;
    if (isNameInPlace(name))
        words = words.first(placeAt(words));
    // "The Other Woman", "A Worried Mother"; but An Nguyen is a name.
    if (words.size() > 1 && isOneOf(words.first(), smallWords))
        return std::any_of(words.cbegin() + 1, words.cend(), isState);
    return isState(words.last()) && std::all_of(words.cbegin(), words.cend() - 1,
                                                [](QStringView word) { return isDegree(word) || isState(word); });
}

QString signatureIn(const QString &text, const Sender &sender)
{
    const QString name = penNameIn(text);
    if (name.isEmpty() || !isPenName(name))
        return {};
    constexpr qsizetype shortest = 3;
    QStringList known = bareWords(sender.name);
    known.append(bareWord(QStringView(sender.address).left(qMax<qsizetype>(0, sender.address.indexOf(u'@')))));
    for (const QStringView word : QStringView(name).split(u' ', Qt::SkipEmptyParts)) {
        const QString letters = bareWord(word);
        if (letters.size() < shortest || isOneOf(word, smallWords) || isOneOf(word, prepositions))
            continue;
        if (std::any_of(known.cbegin(), known.cend(), [&letters](const QString &k) { return k.contains(letters); }))
            return {};
    }
    return name;
}

} // namespace intake
