#include "intake/pgp_text.h"

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

enum class Block { None, Signed, Signature, Key, Encrypted };

struct Armor {
    const char *title;
    Block block;
};

constexpr Armor armors[] = {
    {"SIGNED MESSAGE", Block::Signed}, {"SIGNATURE", Block::Signature}, {"PUBLIC KEY BLOCK", Block::Key},
    {"PRIVATE KEY BLOCK", Block::Key}, {"MESSAGE", Block::Encrypted},
};

Block blockAt(QStringView line)
{
    const QStringView begin = u"-----BEGIN PGP ";
    if (!line.startsWith(begin))
        return Block::None;
    const QStringView title = line.sliced(begin.size());
    const auto *armor = std::find_if(std::begin(armors), std::end(armors),
                                     [title](const Armor &row) { return title.startsWith(QLatin1String(row.title)); });
    return armor == std::end(armors) ? Block::None : armor->block;
}

class Reader
{
public:
    PgpText read(const QString &text)
    {
        const QList<QStringView> lines = QStringView(text).split(u'\n');
        for (const QStringView line : lines)
            take(line);
        m_result.isBrokenOff = m_block != Block::None && m_block != Block::Signed;
        m_result.text.chop(1); // every line got an end
        return m_result;
    }

private:
    void take(QStringView line)
    {
        if (const Block begins = blockAt(line); begins != Block::None) {
            m_block = begins;
            m_inArmorHeaders = begins == Block::Signed;
            if (begins == Block::Signed)
                return;
        }
        if (m_block == Block::None)
            add(m_result.text, line);
        else if (m_block == Block::Signed)
            takeSigned(line);
        else
            takeBlock(line);
    }

    // "Hash: ..." and a blank line stand before the text; lines that begin with a dash have another before it.
    void takeSigned(QStringView line)
    {
        if (m_inArmorHeaders)
            m_inArmorHeaders = !line.trimmed().isEmpty();
        else
            add(m_result.text, line.startsWith(u"- ") ? line.sliced(2) : line);
    }

    void takeBlock(QStringView line)
    {
        QString &block = m_block == Block::Signature ? m_result.signatures
                         : m_block == Block::Key     ? m_result.keys
                                                     : m_result.encrypted;
        add(block, line);
        if (line.startsWith(u"-----END PGP "))
            m_block = Block::None;
    }

    static void add(QString &text, QStringView line) { text.append(line).append(u'\n'); }

    PgpText m_result;
    Block m_block = Block::None;
    bool m_inArmorHeaders = false;
};

} // namespace

bool hasPgpBlocks(const QString &text)
{
    return text.contains(QLatin1String("-----BEGIN PGP "));
}

PgpText withoutPgpBlocks(const QString &text)
{
    return Reader().read(text);
}

} // namespace intake
