#include "spelling/engine.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell/hunspell.hxx>

#include <optional>
#include <string>

namespace spelling {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(spelling::Engine)
};

constexpr qint64 largestFile = 64'000'000; // the largest of Debian 12 has 16 MB

base::Error unusable(const QString &path, const QString &why)
{
    return {base::Error::Kind::Damaged, Words::tr("The spelling dictionary %1 cannot be used: %2. Install it again.")
                                            .arg(QDir::toNativeSeparators(path), why)};
}

// Hunspell takes any file and only grumbles on standard error, so what is no dictionary is found out here.
base::Result<void> checkFiles(const Dictionary &dictionary)
{
    const base::Result<QByteArray> affixes = base::readFile(dictionary.affPath, largestFile);
    if (!affixes)
        return affixes.error();
    const base::Result<QByteArray> words = base::readFile(dictionary.dicPath, largestFile);
    if (!words)
        return words.error();
    if (affixes->contains('\0'))
        return unusable(dictionary.affPath, Words::tr("it is not a text file"));
    if (words->contains('\0'))
        return unusable(dictionary.dicPath, Words::tr("it is not a text file"));
    const qsizetype lineEnd = words->indexOf('\n');
    QByteArray count = words->first(lineEnd < 0 ? words->size() : lineEnd);
    if (count.startsWith("\xef\xbb\xbf"))
        count.remove(0, 3);
    const QList<QByteArray> fields = count.simplified().split(' ');
    if (fields.first().toLongLong() <= 0)
        return unusable(dictionary.dicPath, Words::tr("its first line is not the number of its words"));
    if (lineEnd < 0 || words->sliced(lineEnd).trimmed().isEmpty())
        return unusable(dictionary.dicPath, Words::tr("it holds no words"));
    return {};
}

// The name by which Qt knows the encoding that an affix file names.
QByteArray encodingName(const std::string &given)
{
    QByteArray name = QByteArray::fromStdString(given).trimmed();
    if (name.startsWith("microsoft-"))
        name.remove(0, 10);
    if (name.startsWith("ISO8859"))
        name.insert(3, '-');
    return name == "TIS620-2533" ? QByteArray("TIS-620") : name;
}

} // namespace

// Between QString and the bytes of a dictionary.
class Engine::Codec
{
public:
    explicit Codec(const QByteArray &name)
        : m_isUtf8(name.compare("UTF-8", Qt::CaseInsensitive) == 0)
        , m_encoder(name.constData())
        , m_decoder(name.constData())
    {}

    bool isValid() const { return m_isUtf8 || (m_encoder.isValid() && m_decoder.isValid()); }

    std::optional<std::string> encode(const QString &word)
    {
        if (m_isUtf8)
            return word.toStdString();
        const QByteArray bytes = m_encoder(word);
        m_encoder.resetState();
        std::string encoded = bytes.toStdString();
        // Encoders put a substitute for what they cannot say.
        if (decode(encoded) != word)
            return {};
        return encoded;
    }

    QString decode(const std::string &bytes)
    {
        if (m_isUtf8)
            return QString::fromStdString(bytes);
        QString word = m_decoder(QByteArrayView(bytes));
        m_decoder.resetState();
        return word;
    }

private:
    bool m_isUtf8;
    QStringEncoder m_encoder;
    QStringDecoder m_decoder;
};

Engine::Engine(std::unique_ptr<Hunspell> hunspell, std::unique_ptr<Codec> codec)
    : m_hunspell(std::move(hunspell)), m_codec(std::move(codec))
{}

Engine::~Engine() = default;

base::Result<std::unique_ptr<Engine>> Engine::load(const Dictionary &dictionary)
{
    if (const base::Result<void> checked = checkFiles(dictionary); !checked)
        return checked.error();
    auto hunspell = std::make_unique<Hunspell>(QFile::encodeName(dictionary.affPath).constData(),
                                               QFile::encodeName(dictionary.dicPath).constData());
    auto codec = std::make_unique<Codec>(encodingName(hunspell->get_dict_encoding()));
    if (!codec->isValid())
        return unusable(dictionary.affPath, Words::tr("it is written in an encoding that is not known here, %1")
                                                .arg(QString::fromStdString(hunspell->get_dict_encoding())));
    return std::unique_ptr<Engine>(new Engine(std::move(hunspell), std::move(codec)));
}

bool Engine::knows(const QString &word)
{
    const std::optional<std::string> encoded = m_codec->encode(word);
    return encoded && m_hunspell->spell(*encoded);
}

QStringList Engine::suggestions(const QString &word)
{
    QStringList words;
    if (const std::optional<std::string> encoded = m_codec->encode(word)) {
        for (const std::string &suggestion : m_hunspell->suggest(*encoded))
            words.append(m_codec->decode(suggestion));
    }
    return words;
}

void Engine::add(const QString &word)
{
    if (const std::optional<std::string> encoded = m_codec->encode(word))
        m_hunspell->add(*encoded);
}

void Engine::remove(const QString &word)
{
    if (const std::optional<std::string> encoded = m_codec->encode(word))
        m_hunspell->remove(*encoded);
}

} // namespace spelling
