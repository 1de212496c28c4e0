// SheetReader: takes a sheet (CSV, TSV of any form service) apart into its rows, one after another, without ever
// holding more of it than the row at hand. How it is written is told from its first bytes. It knows nothing of what the
// columns mean: see sheet_letter.h. Owned by the import; one thread.
#pragma once

#include "base/result.h"
#include "intake/sheet_cut.h"

#include <memory>
#include <optional>

class QIODevice;
class QStringDecoder;

namespace intake {

struct SheetLimits {
    qsizetype row = 8LL * 1024 * 1024;  // bytes
    qsizetype cell = 1LL * 1024 * 1024; // bytes
    qsizetype buffer = 256LL * 1024;    // bytes read at once
    qint64 vain = 64LL * 1024 * 1024;   // bytes that may be looked at in vain, besides some for each byte read
};

// A row, or word of one that could not be read.
struct SheetRow {
    qint64 number = 0;    // from 1; headings and blank rows count, as in a spreadsheet
    QStringList cells;    // text as it stands there; lines end with "\n"
    QByteArray raw;       // without the end of its line; of a sheet in UTF-16 as UTF-8
    QString problem;      // for people: why it has no cells, while `raw` has what it holds; empty: it has
    QString refusal;      // for people: why there is nothing of it at all; empty: there is
    bool isShort = false; // fewer cells than columns
    bool isLong = false;  // more cells than columns: they may be those of others
    QStringList warnings; // for people, translated; never quotes the row

    [[nodiscard]] QString place() const; // for people: "row 12"
};

class SheetReader
{
public:
    explicit SheetReader(const SheetLimits &limits = {});
    ~SheetReader();
    SheetReader(const SheetReader &) = delete;
    SheetReader &operator=(const SheetReader &) = delete;

    // Once. Fails if the file cannot be read (Kind::NotFound, Kind::Io) or is a workbook or another file that is no
    // text (Kind::Unusable). An empty file is a sheet without rows.
    [[nodiscard]] base::Result<void> open(const QString &path, const desk::SheetWriting &writing = {});
    // The same for a device that is open and can be read from wherever; `name` is for messages.
    [[nodiscard]] base::Result<void> open(std::unique_ptr<QIODevice> device, const QString &name,
                                          const desk::SheetWriting &writing = {});

    [[nodiscard]] const desk::SheetFormat &format() const { return m_format; }
    [[nodiscard]] const QStringList &headings() const { return m_headings; } // one a column; empty where it has none
    [[nodiscard]] const QByteArray &rawHeadings() const { return m_rawHeadings; }
    [[nodiscard]] int columns() const { return m_columns; }

    // The next row that is not blank; nothing at the end of the file. When reading fails on the way, the last one
    // tells.
    [[nodiscard]] std::optional<SheetRow> next();

    [[nodiscard]] qint64 position() const; // bytes taken so far, about
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    void fill();
    void readHeadings();
    [[nodiscard]] QByteArrayView window() const { return QByteArrayView(m_buffer).sliced(m_begin); }
    [[nodiscard]] CutRow cut(Quotes quotes) const { return cutRow(window(), m_format, quotes, m_atEnd); }
    [[nodiscard]] CutRow cutNext();
    [[nodiscard]] CutRow cutInVain(Quotes quotes);
    [[nodiscard]] bool fits(const CutRow &row) const;
    [[nodiscard]] CutRow mended(const CutRow &broken);
    [[nodiscard]] qsizetype soundRowWithin(qsizetype length);
    [[nodiscard]] SheetRow take(const CutRow &row);
    void refuseRest(SheetRow &row);
    void setCells(SheetRow &row, const CutRow &cut) const;

    SheetLimits m_limits;
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<QStringDecoder> m_decoder; // of UTF-16; otherwise null
    desk::SheetFormat m_format;
    QStringList m_headings;
    QByteArray m_rawHeadings;
    std::optional<SheetRow> m_held; // instead of headings, until it is asked for
    int m_columns = 0;
    int m_usualCells = 0; // in a row
    QByteArray m_buffer;  // bytes of UTF-8 or windows-1252
    qsizetype m_begin = 0;
    qint64 m_size = 0;
    qint64 m_count = 0;
    qint64 m_vain = 0; // bytes that were looked at in vain
    bool m_atEnd = false;
    bool m_failed = false;
    bool m_isOver = false;
};

} // namespace intake
