#include "site/search_list.h"

#include "site/address.h"
#include "site/json_text.h"
#include "site/template.h"

namespace site {

namespace {

void append(QByteArray &json, const QString &text)
{
    const std::string bytes = utf8(text);
    appendJsonString(json, QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

} // namespace

std::string searchList(const Outline &outline)
{
    QByteArray json = "var postbagArticles = [";
    bool isFirst = true;
    for (const Outline::Article &article : outline.articles()) {
        const ArticleHead &head = *article.head;
        QStringList topics;
        for (const qsizetype topic : article.topics)
            topics.append(outline.topics().at(topic).tag->name);
        json += isFirst ? "\n[" : ",\n[";
        isFirst = false;
        append(json, head.title);
        json += ",\"" + encoded(article.file) + "\",";
        append(json, topics.join(QStringLiteral(", ")));
        json += ',';
        append(json, Outline::summary(head));
        json += ",\"";
        json += head.published.isValid() ? head.published.date().toString(Qt::ISODate).toLatin1() : QByteArray();
        json += "\"]";
    }
    json += "\n];\n";
    return std::string(json.constData(), size_t(json.size()));
}

} // namespace site
