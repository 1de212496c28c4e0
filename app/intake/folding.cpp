#include "intake/folding.h"

#include "intake/attribution.h"
#include "intake/fold_ends.h"
#include "intake/footers.h"
#include "intake/letter_text.h"
#include "intake/line_folds.h"
#include "intake/mail_head.h"
#include "intake/pen_name.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace intake {

namespace {

using Kind = Fold::Kind;

class Folder
{
public:
    Folder(const QString &text, const QString &subject) : m_text(text), m_subject(subject), m_folds(text) {}

    QList<Fold> folds()
    {
        foldBanner();
        foldHeads();
        foldQuotations();
        foldUnmarkedQuotation();
        foldAllEnds();
        if (foldDoubts())
            foldAllEnds();
        return m_folds.hasWords() ? m_folds.folds() : QList<Fold>();
    }

private:
    // A quotation that may be the writer's own, until the rest is known.
    struct Doubt {
        qsizetype first = 0; // with the attribution
        qsizetype begin = 0;
        qsizetype end = 0;
        bool isNamed = false; // "Wilma Tansley wrote:" stands above
    };

    // What is to be folded at its end: the letter, and the words above one that was passed on.
    struct Section {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    [[nodiscard]] qsizetype count() const { return m_folds.count(); }
    [[nodiscard]] const TextLine &line(qsizetype at) const { return m_folds.at(at); }

    void foldBanner()
    {
        constexpr qsizetype mostLines = 12;
        qsizetype begin = 0;
        while (begin < count() && line(begin).isBlank())
            ++begin;
        qsizetype end = begin;
        while (end < count() && !line(end).isBlank() && end - begin < mostLines)
            ++end;
        if (isBanner(m_folds.joined(begin, end)))
            m_folds.fold(begin, end, Kind::Footer);
    }

    void foldHeads()
    {
        for (qsizetype at = 0; at < count(); ++at) {
            const std::optional<MailHead> head = m_folds.isFolded(at) ? std::nullopt : mailHeadAt(m_folds.lines(), at);
            if (!head)
                continue;
            const qsizetype begin = withIntroductionAbove(at);
            const bool isPlain = line(at).depth == 0;
            const bool isForward = head->marker == Marker::Forwarded || isForwardSubject(m_subject, head->fromName);
            if (isForward || (isPlain && !m_folds.hasOwnBefore(m_start, begin))) {
                startAt(*head, begin);
                at = head->behind - 1;
            } else if (isPlain && !mayBeStory(begin)) {
                m_folds.fold(begin, count(), Kind::Quoted);
                break;
            }
        }
        m_sections.append({m_start, count()});
    }

    // A letter that was passed on begins behind this head.
    void startAt(const MailHead &head, qsizetype begin)
    {
        m_folds.fold(begin, head.behind, Kind::ForwardHead);
        m_folds.raise(head.behind, line(head.behind - 1).depth);
        m_sections.append({m_start, begin});
        m_start = head.behind;
        m_subject = head.subject;
    }

    // A line of dashes belongs to what stands below it, and so does "On Tuesday Wilma wrote:".
    [[nodiscard]] qsizetype withIntroductionAbove(qsizetype at) const
    {
        const qsizetype line = m_folds.above(at);
        if (line < 0 || m_folds.at(line).depth != m_folds.at(at).depth)
            return at;
        if (isRule(m_folds.at(line).words))
            return line;
        const auto attribution = attributionEndingAt(m_folds.lines(), line);
        return attribution && attribution->hasAddress ? attribution->first : at;
    }

    // Whether a message without marks of quotation, which would be folded to the end, may be part of the letter:
    // somebody shows the mail that they got.
    bool mayBeStory(qsizetype begin)
    {
        if (isReplySubject(m_subject))
            return false;
        const qsizetype before = m_folds.above(begin);
        const bool isIntroduced = before >= 0 && line(before).words.endsWith(u':');
        if (isIntroduced || !m_subject.isEmpty())
            return true;
        if (!m_endsWithPenName)
            m_endsWithPenName = isPenName(penNameIn(m_text));
        return *m_endsWithPenName;
    }

    void foldQuotations()
    {
        for (qsizetype at = 0; at < count(); ++at) {
            if (line(at).depth == 0 || m_folds.isFolded(at))
                continue;
            const qsizetype end = endOfQuotation(at);
            foldQuotation(at, end);
            at = end - 1;
        }
    }

    // Behind the last line of the quotation; blank lines may stand in it.
    [[nodiscard]] qsizetype endOfQuotation(qsizetype at) const
    {
        qsizetype end = at;
        for (; at < count() && (line(at).depth > 0 || line(at).isBlank()) && !m_folds.isFolded(at); ++at)
            end = line(at).depth > 0 ? at + 1 : end;
        return end;
    }

    void foldQuotation(qsizetype begin, qsizetype end)
    {
        constexpr qsizetype farthest = 6; // lines between an attribution and what it is about
        const qsizetype last = m_folds.above(begin);
        const bool isNear = last >= 0 && begin - last <= farthest && !m_folds.isFolded(last);
        const auto attribution = isNear ? attributionEndingAt(m_folds.lines(), last) : std::nullopt;
        const bool isNamed = attribution && attribution->certainty == Attribution::Certainty::Name;
        const qsizetype first = attribution ? withMarkerAbove(attribution->first) : begin;
        m_isAnswer = m_isAnswer || (attribution && !isNamed);
        if (m_isAnswer || isEarlierMail(begin, end))
            m_folds.fold(first, end, Kind::Quoted);
        else
            m_doubts.append({first, begin, end, isNamed});
    }

    // "------- Original Message -------" without fields below.
    [[nodiscard]] qsizetype withMarkerAbove(qsizetype at) const
    {
        const qsizetype marker = m_folds.above(at);
        return marker >= 0 && markerIn(line(marker).words) != Marker::None ? marker : at;
    }

    // Whether a quotation without a word above it quotes mail: it has another one in it, or what stands above one.
    [[nodiscard]] bool isEarlierMail(qsizetype begin, qsizetype end) const
    {
        for (qsizetype at = begin; at < end; ++at) {
            const auto attribution = attributionEndingAt(m_folds.lines(), at);
            const bool isCertain = attribution && attribution->certainty == Attribution::Certainty::Certain;
            if (line(at).depth > 1 || isCertain || mailHeadAt(m_folds.lines(), at))
                return true;
        }
        return false;
    }

    // Some programs put no marks before what they quote, only the line above it.
    void foldUnmarkedQuotation()
    {
        if (std::any_of(m_folds.lines().cbegin(), m_folds.lines().cend(),
                        [](const TextLine &line) { return line.depth > 0; }))
            return;
        for (qsizetype at = m_start; at < count(); ++at) {
            if (!m_folds.isOwn(at) || !line(at).words.endsWith(u':'))
                continue;
            const auto attribution = attributionEndingAt(m_folds.lines(), at);
            if (!attribution || !attribution->hasAddress || !m_folds.hasOwnBefore(m_start, attribution->first))
                continue;
            const qsizetype first = withMarkerAbove(attribution->first);
            if (m_folds.hasOwnFrom(at + 1) && !mayBeStory(first)) {
                m_folds.fold(first, count(), Kind::Quoted);
                return;
            }
        }
    }

    void foldAllEnds()
    {
        for (const Section &section : std::as_const(m_sections))
            foldEnds(m_folds, section.begin, section.end);
    }

    bool foldDoubts()
    {
        bool hasFolded = false;
        for (const Doubt &doubt : std::as_const(m_doubts)) {
            const bool isLeading = !m_folds.hasOwnBefore(m_start, doubt.first);
            const bool isTrailing = !m_folds.hasOwnFrom(doubt.end);
            const bool isSure =
                (doubt.isNamed || isReplySubject(m_subject)) && isLeading != isTrailing && doubt.end - doubt.begin >= 2;
            if (isSure)
                m_folds.fold(doubt.first, doubt.end, Kind::Quoted);
            hasFolded = hasFolded || isSure;
        }
        return hasFolded;
    }

    const QString &m_text;
    QString m_subject; // of the letter; behind a head, of the one that it stands above
    LineFolds m_folds;
    qsizetype m_start = 0; // where the letter begins: behind the head of one that was passed on
    QList<Section> m_sections;
    bool m_isAnswer = false; // once a quotation is certain, the others need no word above them
    QList<Doubt> m_doubts;
    std::optional<bool> m_endsWithPenName;
};

} // namespace

QList<Fold> foldsOf(const QString &text, const QString &subject)
{
    return Folder(text, subject).folds();
}

QString withoutFolds(const QString &text, const QList<Fold> &folds)
{
    if (folds.isEmpty())
        return text;
    QStringList pieces;
    qsizetype begin = 0;
    for (const Fold &fold : folds) {
        pieces.append(withoutBlankEdges(text.sliced(begin, fold.begin - begin)));
        begin = fold.end;
    }
    pieces.append(withoutBlankEdges(text.sliced(begin)));
    pieces.removeAll(QString());
    return pieces.join(QLatin1String("\n\n"));
}

} // namespace intake
