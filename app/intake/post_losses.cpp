#include "intake/post_losses.h"

#include <QCoreApplication>

#include <algorithm>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::post_losses)
};

constexpr qsizetype mostNames = 20;

QString sentence(Loss loss, int count)
{
    switch (loss) {
    case Loss::Table:
        return Words::tr("%n table(s) as text", nullptr, count);
    case Loss::Gallery:
        return Words::tr("%n gallery(s) left out", nullptr, count);
    case Loss::Video:
        return Words::tr("%n embedded video(s) as a link", nullptr, count);
    case Loss::Sound:
        return Words::tr("%n sound recording(s) as a link", nullptr, count);
    case Loss::Embedded:
        return Words::tr("%n embedded page(s) as a link", nullptr, count);
    case Loss::EmbeddedGone:
        return Words::tr("%n embedded object(s) left out", nullptr, count);
    case Loss::Form:
        return Words::tr("%n form(s) left out", nullptr, count);
    case Loss::PictureLink:
        return Words::tr("%n picture(s) as a link or words", nullptr, count);
    case Loss::PictureGone:
        return Words::tr("%n picture(s) left out", nullptr, count);
    case Loss::OtherLink:
        return Words::tr("%n link(s) to no page or mail address, as text", nullptr, count);
    case Loss::ReusableBlock:
        return Words::tr("%n reusable block(s) left out", nullptr, count);
    case Loss::WordsOnly:
        return Words::tr("everything but the words, since the post is too large or too deeply nested");
    }
    return {};
}

QString shortcode(const QString &name, int count)
{
    if (name.isEmpty())
        return Words::tr("%n shortcode(s) of other kinds", nullptr, count);
    return count == 1 ? Words::tr("shortcode [%1]").arg(name)
                      : Words::tr("shortcode [%1], %n time(s)", nullptr, count).arg(name);
}

QString block(const QString &name, int count)
{
    if (name.isEmpty())
        return Words::tr("%n block(s) of other kinds", nullptr, count);
    return count == 1 ? Words::tr("block “%1”").arg(name)
                      : Words::tr("block “%1”, %n time(s)", nullptr, count).arg(name);
}

} // namespace

QStringList PostLosses::sentences() const
{
    QStringList result;
    for (int kind = 0; kind < lossKinds; ++kind) {
        if (m_counts.at(size_t(kind)) > 0)
            result.append(sentence(Loss(kind), m_counts.at(size_t(kind))));
    }
    for (const Named &named : m_shortcodes)
        result.append(shortcode(named.name, named.count));
    for (const Named &named : m_blocks)
        result.append(block(named.name, named.count));
    return result;
}

void PostLosses::add(QList<Named> &names, const QString &name)
{
    const auto sameName = [&names](const QString &wanted) {
        return std::find_if(names.begin(), names.end(), [&wanted](const Named &one) { return one.name == wanted; });
    };
    auto found = sameName(name);
    if (found == names.end() && names.size() >= mostNames)
        found = sameName({});
    if (found == names.end())
        found = names.insert(names.end(), {names.size() < mostNames ? name : QString(), 0});
    ++found->count;
}

} // namespace intake
