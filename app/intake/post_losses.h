// PostLosses: counts what Markdown cannot express of a post, and says it to people. Values, any thread.
#pragma once

#include <QList>
#include <QStringList>

#include <array>

namespace intake {

enum class Loss {
    Table, // as lines of text
    Gallery,
    Video, // these three as links
    Sound,
    Embedded,
    EmbeddedGone,
    Form,
    PictureLink, // a link or its alternative text in place of the picture
    PictureGone,
    OtherLink, // of a scheme that is not published: its text
    ReusableBlock,
    WordsOnly, // too large, deep or costly to parse
};
inline constexpr int lossKinds = 12;

class PostLosses
{
public:
    void add(Loss loss) { ++m_counts.at(size_t(loss)); }
    // Names are at most 40 letters, digits, "-", "_" and "/".
    void addShortcode(const QString &name) { add(m_shortcodes, name); }
    void addBlock(const QString &name) { add(m_blocks, name); }

    // For people, one for each kind, with how often. None quotes the text.
    [[nodiscard]] QStringList sentences() const;

private:
    struct Named {
        QString name; // empty: all that came when there were many
        int count = 0;
    };

    static void add(QList<Named> &names, const QString &name);

    std::array<int, lossKinds> m_counts{};
    QList<Named> m_shortcodes;
    QList<Named> m_blocks;
};

} // namespace intake
