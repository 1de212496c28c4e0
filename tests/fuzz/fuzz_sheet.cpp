// The reader of sheets, with small limits so that they are passed: whatever comes is read to its end or refused, each
// row is one of three things, all of them become letters by the guess, and nothing but blanks and marks is left out.
#include "input.h"

#include "desk/sheet_guess.h"
#include "intake/sheet.h"
#include "intake/sheet_letter.h"

#include <QBuffer>

#include <algorithm>
#include <cctype>

namespace {

std::unique_ptr<QBuffer> deviceOf(const QByteArray &bytes)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    return device;
}

// The first byte says what a person would have said of the sheet.
desk::SheetWriting writingOf(unsigned char said)
{
    desk::SheetWriting writing;
    if ((said & 0x80) == 0)
        return writing;
    writing.delimiter = desk::sheetDelimiters()[said & 3];
    if ((said & 4) != 0)
        writing.encoding = desk::sheetEncodings()[(said >> 3) & 3];
    if ((said & 0x20) != 0)
        writing.hasHeadings = (said & 0x40) != 0;
    return writing;
}

qint64 wordCharacters(const QByteArray &bytes)
{
    return std::count_if(bytes.begin(), bytes.end(),
                         [](char c) { return std::isalnum(static_cast<unsigned char>(c)); });
}

// The first line may only say what the delimiter is.
qint64 wordCharactersOfNaming(const QByteArray &bytes)
{
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    return text.left(4).toLower() == "sep=" ? 3 : 0;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes = fuzz::bytes(data + 1, size - 1);
    intake::SheetLimits limits;
    limits.row = 4096;
    limits.cell = 1024;
    limits.buffer = 512;
    limits.vain = 256LL * 1024;
    intake::SheetReader reader(limits);
    if (!reader.open(deviceOf(bytes), QStringLiteral("sheet"), writingOf(data[0])))
        return 0;
    intake::SheetReading reading;
    reading.headings = reader.headings();
    reading.zone = QTimeZone::utc();
    QList<QStringList> rows;
    qint64 number = 0;
    qint64 taken = 0;
    qint64 words = wordCharacters(reader.rawHeadings());
    bool isRefused = false;
    while (const auto row = reader.next()) {
        fuzz::require(row->number > number && row->cells.size() <= intake::mostCells);
        fuzz::require(int(!row->cells.isEmpty()) + int(!row->problem.isEmpty()) + int(!row->refusal.isEmpty()) == 1);
        number = row->number;
        taken += row->raw.size();
        words += wordCharacters(row->raw);
        isRefused = isRefused || !row->refusal.isEmpty();
        if (rows.size() < 2) {
            rows.append(row->cells);
            reading.map = desk::guessMap(reader.headings(), rows);
            if (const auto places = desk::placesOf(reading.map, reader.headings(), reader.columns()))
                reading.places = *places;
        }
        if (row->refusal.isEmpty()) {
            const intake::IncomingLetter letter = intake::readRow(*row, reading);
            fuzz::require(!letter.text.isEmpty() || !letter.attention.isEmpty());
        }
    }
    const bool isTranscoded = reader.format().encoding == desk::SheetEncoding::Utf16LittleEndian ||
                              reader.format().encoding == desk::SheetEncoding::Utf16BigEndian;
    fuzz::require(isRefused || reader.position() == bytes.size());
    fuzz::require(isTranscoded || taken <= bytes.size());
    const qint64 leftOut = wordCharacters(bytes) - words;
    const bool mayLeaveOut = isTranscoded || isRefused || reader.format().hasBackslashes; // "\\N" is an empty cell
    fuzz::require(mayLeaveOut || leftOut == 0 || leftOut == wordCharactersOfNaming(bytes));
    return 0;
}
