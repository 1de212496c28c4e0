// ArticlePart: one thing of an open article that is saved on its own: what stands above the texts, an edited letter, an
// answer. It joins what is typed here with what is on the desk; only where both changed the same field, the person has
// to choose. Owned by OpenArticle, in the window's thread; the desk's work runs on the session.
#pragma once

#include "editorial/session.h"
#include "ui/draft_json.h"
#include "ui/journal_writer.h"
#include "ui/text_saver.h"

#include <QTimer>

#include <chrono>
#include <future>
#include <optional>

namespace ui {

// Where the parts of an article save: the desk, and the journal until the desk has it.
struct PartHome {
    editorial::Session &session;
    JournalWriter &journal;
    desk::ArticleId article;
};

class ArticlePart
{
public:
    // What is typed stands in the journal after this time, whatever the desk does.
    static constexpr int journalAfterMs = 250;
    // A save waits no longer for the journal.
    static constexpr std::chrono::seconds longestWait{1};

    explicit ArticlePart(TextSaver::Save save) : m_saver(std::move(save)) {}
    virtual ~ArticlePart() = default;
    ArticlePart(const ArticlePart &) = delete;
    ArticlePart &operator=(const ArticlePart &) = delete;

    [[nodiscard]] TextSaver &saver() { return m_saver; }
    [[nodiscard]] const TextSaver &saver() const { return m_saver; }
    // The two ways out of a conflict.
    virtual void keepMine() = 0;
    virtual void takeTheirs() = 0;

private:
    TextSaver m_saver;
};

template <typename Place, typename Draft>
class DraftPart final : public ArticlePart
{
public:
    // How the part reads and fills what the person edits.
    struct Editor {
        std::function<Draft()> draft;
        std::function<void(const Draft &)> show;
    };

    DraftPart(const PartHome &home, Place place, Kept<Draft> kept, Editor editor)
        : ArticlePart([this](TextSaver::Done done) { save(std::move(done)); })
        , m_home(home)
        , m_place(std::move(place))
        , m_kept(std::move(kept))
        , m_editor(std::move(editor))
    {
        m_journalPause.setSingleShot(true);
        m_journalPause.setInterval(journalAfterMs);
        QObject::connect(&m_journalPause, &QTimer::timeout, &saver(), [this] {
            if (saver().isUnsaved())
                writeJournal();
        });
        QObject::connect(&saver(), &TextSaver::touched, &m_journalPause, [this] {
            if (!m_journalPause.isActive())
                m_journalPause.start();
        });
        QObject::connect(&saver(), &TextSaver::saved, &m_journalPause, [this] { cleanJournal(); });
        QObject::connect(&saver(), &TextSaver::settled, &m_journalPause, [this] { cleanJournal(); });
    }

    ~DraftPart() override
    {
        if (m_journalPause.isActive() && saver().isUnsaved())
            writeJournal();
    }

    // Shows what an earlier run of the program left in the journal, and saves it; when that was typed. It is joined
    // with what others changed on the desk since, as if it had been typed now.
    std::optional<QDateTime> bringBack()
    {
        const auto entry = m_home.journal.take(nameOf(m_place));
        if (!entry)
            return std::nullopt;
        const auto typed = typedFrom<Draft>(entry->typed);
        m_isInJournal = true;
        if (isOnDesk(typed.mine, m_kept.draft)) {
            cleanJournal();
            return std::nullopt;
        }
        if (!typed.sent || !isOnDesk(*typed.sent, m_kept.draft))
            m_kept = typed.base;
        m_editor.show(typed.mine);
        saver().touch();
        return entry->written;
    }

    // The draft as it is on the desk, as far as is known here.
    [[nodiscard]] const Kept<Draft> &kept() const { return m_kept; }

    // The desk was read again: follows it, unless something is unsaved here.
    void refresh(const Kept<Draft> &theirs)
    {
        if (saver().isUnsaved() || saver().isSaving() || theirs.version == m_kept.version)
            return;
        follow(theirs);
    }

    void keepMine() override
    {
        read([this](const Kept<Draft> &theirs) {
            m_kept = theirs;
            saver().insist();
        });
    }

    void takeTheirs() override
    {
        read([this](const Kept<Draft> &theirs) { follow(theirs); });
    }

private:
    std::shared_future<void> writeJournal()
    {
        m_journalPause.stop();
        m_isInJournal = true;
        return m_home.journal.keep(nameOf(m_place), m_home.article,
                                   toJson(Typed<Draft>{m_editor.draft(), m_kept, m_sent}));
    }

    void cleanJournal()
    {
        if (saver().isUnsaved()) {
            writeJournal();
            return;
        }
        m_journalPause.stop();
        if (std::exchange(m_isInJournal, false))
            m_home.journal.drop(nameOf(m_place));
    }

    void follow(const Kept<Draft> &theirs)
    {
        const Draft current = m_editor.draft();
        m_kept = theirs;
        if (current != theirs.draft)
            m_editor.show(theirs.draft);
        saver().settle();
    }

    template <typename Then>
    void read(Then then)
    {
        m_home.session.run(
            &saver(), [place = m_place](editorial::Desk &desk) { return readDraft(desk, place); },
            [then](const base::Result<Kept<Draft>> &theirs) {
                if (theirs)
                    then(*theirs);
            });
    }

    void save(TextSaver::Done done)
    {
        const Draft mine = m_editor.draft();
        if (mine == m_kept.draft) {
            done({});
            return;
        }
        // The journal knows what is sent before the desk has it: else it could not tell later whose words those are.
        m_sent = mine;
        m_home.session.run(
            &saver(),
            [place = m_place, base = m_kept, mine, written = writeJournal()](editorial::Desk &desk) {
                written.wait_for(longestWait);
                return saveDraft(desk, place, base, mine);
            },
            [this, mine, done = std::move(done)](const base::Result<Kept<Draft>> &outcome) {
                m_sent.reset();
                if (outcome)
                    adopt(mine, *outcome);
                done(outcome ? base::Result<void>() : outcome.error());
            });
    }

    // What was saved may hold more than was sent: a made slug, fields that others changed.
    void adopt(const Draft &sent, const Kept<Draft> &stored)
    {
        const Draft current = m_editor.draft();
        m_kept = stored;
        const Joined<Draft> joined = join(sent, current, stored.draft);
        if (joined.draft != current)
            m_editor.show(joined.draft);
    }

    PartHome m_home;
    Place m_place;
    Kept<Draft> m_kept;
    Editor m_editor;
    std::optional<Draft> m_sent; // to the desk, and not answered yet
    QTimer m_journalPause;
    bool m_isInJournal = false;
};

} // namespace ui
