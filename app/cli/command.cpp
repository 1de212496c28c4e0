#include "cli/command.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace cli {

namespace {

// How many letters must be put in, taken out or replaced to make `b` of `a`.
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

const Option *find(std::span<const Option> options, const QString &name)
{
    const auto found = std::ranges::find(options, name, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

} // namespace

const Option *Command::option(const QString &wanted) const
{
    const Option *own = find({options.constData(), static_cast<std::size_t>(options.size())}, wanted);
    return own ? own : find(commonOptions(), wanted);
}

const Command *commandNamed(const QString &name)
{
    const auto all = commands();
    const auto found = std::ranges::find(all, name, &Command::name);
    return found == all.end() ? nullptr : &*found;
}

QString nearest(const QString &typed, const QStringList &known)
{
    QString best;
    qsizetype least = std::max<qsizetype>(2, typed.size() / 3) + 1;
    for (const QString &name : known) {
        const bool isBeginning = !typed.isEmpty() && name.startsWith(typed);
        const qsizetype apart = isBeginning ? 1 : distance(typed.toLower(), name);
        if (apart < least) {
            least = apart;
            best = name;
        }
    }
    return best;
}

} // namespace cli
