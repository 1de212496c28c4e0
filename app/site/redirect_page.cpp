#include "site/redirect_page.h"

#include "site/address.h"
#include "site/feed.h"

namespace site {

// No script and no theme: search engines and old browsers read it as well.
std::string redirectPage(const Outline &outline, const Outline::Redirect &redirect)
{
    const Outline::Article &article = outline.articles().at(redirect.article);
    const QByteArray title = escaped(article.head->title.toUtf8());
    const QByteArray link = escaped(QByteArray(wayUp(redirect.file) + encoded(article.file)));
    const QByteArray language = escaped(outline.masthead().language.toUtf8());
    const QByteArray canonical =
        outline.hasBaseUrl()
            ? "<link rel=\"canonical\" href=\"" + escaped(absolute(outline.masthead().baseUrl, article.file)) + "\"/>\n"
            : QByteArray();
    const QByteArray page = "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\"/>\n" +
                            "<title>" + title + "</title>\n" + canonical +
                            "<meta name=\"robots\" content=\"noindex\"/>\n" +
                            "<meta http-equiv=\"refresh\" content=\"0; url=" + link + "\"/>\n" +
                            "</head>\n<body>\n<p><a href=\"" + link + "\">" + title + "</a></p>\n</body>\n</html>\n";
    return page.toStdString();
}

} // namespace site
