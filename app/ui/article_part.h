// ArticlePart: one thing of an open article that is saved on its own: what stands above the texts, an edited letter, an
// answer. It joins what is typed here with what is on the desk; only where both changed the same field, the person has
// to choose. Owned by OpenArticle, in the window's thread; the desk's work runs on the session.
#pragma once

#include "editorial/session.h"
#include "ui/drafts.h"
#include "ui/text_saver.h"

namespace ui {

class ArticlePart
{
public:
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

    DraftPart(editorial::Session &session, Place place, Kept<Draft> kept, Editor editor)
        : ArticlePart([this](TextSaver::Done done) { save(std::move(done)); })
        , m_session(session)
        , m_place(std::move(place))
        , m_kept(std::move(kept))
        , m_editor(std::move(editor))
    {}

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
        m_session.run(
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
        m_session.run(
            &saver(),
            [place = m_place, base = m_kept, mine](editorial::Desk &desk) {
                return saveDraft(desk, place, base, mine);
            },
            [this, mine, done = std::move(done)](const base::Result<Kept<Draft>> &outcome) {
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

    editorial::Session &m_session;
    Place m_place;
    Kept<Draft> m_kept;
    Editor m_editor;
};

} // namespace ui
