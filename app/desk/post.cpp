#include "desk/post.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::post)
};

// The members that are plain text, by their names in the desk file.
struct TextField {
    QLatin1String key;
    QString Post::*member;
};

const TextField textFields[] = {
    {QLatin1String("guid"), &Post::guid},         {QLatin1String("title"), &Post::title},
    {QLatin1String("slug"), &Post::slug},         {QLatin1String("path"), &Post::path},
    {QLatin1String("redirect"), &Post::redirect}, {QLatin1String("author"), &Post::author},
    {QLatin1String("picture"), &Post::picture},   {QLatin1String("summary"), &Post::summary},
    {QLatin1String("text"), &Post::text},
};

} // namespace

QJsonObject toJson(const Post &post)
{
    QJsonObject json;
    for (const TextField &field : textFields)
        json.insert(field.key, post.*field.member);
    json.insert(u"stage", name(post.stage));
    json.insert(u"date", base::toIso(post.date));
    json.insert(u"topics", QJsonArray::fromStringList(post.topics));
    return json;
}

base::Result<Post> postFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto stage = articleStageNamed(object.value(u"stage").toString());
    if (!stage)
        return base::Error{base::Error::Kind::Damaged,
                           Words::tr("What the desk keeps of this post cannot be read. Import its archive again.")};
    Post post;
    for (const TextField &field : textFields)
        post.*field.member = object.value(field.key).toString();
    post.stage = *stage;
    post.date = base::fromIso(object.value(u"date").toString());
    for (const QJsonValue topic : object.value(u"topics").toArray())
        post.topics.append(topic.toString());
    return post;
}

} // namespace desk
