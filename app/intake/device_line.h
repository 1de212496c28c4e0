// DeviceLine: the line that a telephone or a mail program puts below what is written with it, in the languages of
// MailWords. Pure function, any thread.
#pragma once

#include <QStringView>

namespace intake {

// "Sent from my iPhone", "Von meinem Handy gesendet", "Get Outlook for Android": one line that names a device or a mail
// program. "Sent from my desk" is somebody's own.
[[nodiscard]] bool isDeviceLine(QStringView line);

} // namespace intake
