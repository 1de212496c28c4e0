#include "intake/iconv_text.h"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace intake {

namespace {

class Iconv
{
public:
    explicit Iconv(const QByteArray &name) : m_handle(iconv_open("UTF-8", name.constData())) {}
    ~Iconv()
    {
        if (isOpen())
            iconv_close(m_handle);
    }
    Iconv(const Iconv &) = delete;
    Iconv &operator=(const Iconv &) = delete;

    [[nodiscard]] bool isOpen() const
    {
        return m_handle != iconv_t(-1); // NOLINT(performance-no-int-to-ptr): POSIX says so
    }

    DecodedText decode(QByteArray bytes)
    {
        char *from = bytes.data();
        size_t left = static_cast<size_t>(bytes.size());
        bool damaged = false;
        while (left > 0) {
            const size_t result = convert(&from, &left);
            if (result != size_t(-1) || errno == E2BIG)
                continue;
            m_utf8.append("\xEF\xBF\xBD");
            damaged = true;
            ++from;
            --left;
        }
        convert(nullptr, nullptr);
        DecodedText text;
        text.text = QString::fromUtf8(m_utf8);
        text.damaged = damaged;
        return text;
    }

private:
    size_t convert(char **from, size_t *left)
    {
        std::array<char, 4096> buffer;
        char *to = buffer.data();
        size_t room = buffer.size();
        errno = 0;
        const size_t result = iconv(m_handle, from, left, &to, &room);
        const int error = errno;
        m_utf8.append(buffer.data(), to - buffer.data());
        errno = error;
        return result;
    }

    iconv_t m_handle;
    QByteArray m_utf8;
};

} // namespace

std::optional<DecodedText> decodeByIconv(const QByteArray &bytes, const QByteArray &name)
{
    Iconv iconv(name);
    return iconv.isOpen() ? std::optional(iconv.decode(bytes)) : std::nullopt;
}

bool isIconvName(const QByteArray &name)
{
    return Iconv(name).isOpen();
}

} // namespace intake
