<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>cli::fetch_command</name>
    <message numerus="yes">
        <source>%n marked or moved on the server.</source>
        <translation><numerusform>%n marked or moved on the server.</numerusform><numerusform>%n marked or moved on the server.</numerusform></translation>
    </message>
</context>
<context>
    <name>cli::letter_listing</name>
    <message numerus="yes">
        <source>None of %n letter(s).</source>
        <translation><numerusform>None of %n letter.</numerusform><numerusform>None of %n letters.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n letter(s)</source>
        <translation><numerusform>%1 of %n letter</numerusform><numerusform>%1 of %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) would be imported.</source>
        <translation><numerusform>%n letter would be imported.</numerusform><numerusform>%n letters would be imported.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) imported.</source>
        <translation><numerusform>%n letter imported.</numerusform><numerusform>%n letters imported.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n already on the desk.</source>
        <translation><numerusform>%n already on the desk.</numerusform><numerusform>%n already on the desk.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them need attention; “letters --needs-attention” lists them.</source>
        <translation><numerusform>%n of them needs attention; “letters --needs-attention” lists it.</numerusform><numerusform>%n of them need attention; “letters --needs-attention” lists them.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them were taken as no letters.</source>
        <translation><numerusform>%n of them was taken as no letter.</numerusform><numerusform>%n of them were taken as no letters.</numerusform></translation>
    </message>
</context>
<context>
    <name>cli::post_commands</name>
    <message numerus="yes">
        <source>%n article(s) taken back.</source>
        <translation><numerusform>%n article taken back.</numerusform><numerusform>%n articles taken back.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n were edited here and are withdrawn instead.</source>
        <translation><numerusform>%n was edited here and is withdrawn instead.</numerusform><numerusform>%n were edited here and are withdrawn instead.</numerusform></translation>
    </message>
</context>
<context>
    <name>cli::post_listing</name>
    <message numerus="yes">
        <source>%n post(s) would be imported.</source>
        <translation><numerusform>%n post would be imported.</numerusform><numerusform>%n posts would be imported.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them part into letters and answers.</source>
        <translation><numerusform>%n of them parts into letters and answers.</numerusform><numerusform>%n of them part into letters and answers.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them are doubtful and would wait in review.</source>
        <translation><numerusform>%n of them is doubtful and would wait in review.</numerusform><numerusform>%n of them are doubtful and would wait in review.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no label and would wait for you to mark letter and answer.</source>
        <translation><numerusform>%n of them has no label and would wait for you to mark letter and answer.</numerusform><numerusform>%n of them have no label and would wait for you to mark letter and answer.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n are on the desk already.</source>
        <translation><numerusform>%n is on the desk already.</numerusform><numerusform>%n are on the desk already.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n have changed since they were imported.</source>
        <translation><numerusform>%n has changed since it was imported.</numerusform><numerusform>%n have changed since they were imported.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s), of which %1 are new.</source>
        <translation><numerusform>%n tag, of which %1 is new.</numerusform><numerusform>%n tags, of which %1 are new.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) begin alike: %1</source>
        <translation><numerusform>%n post begins alike: %1</numerusform><numerusform>%n posts begin alike: %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) end alike: %1</source>
        <translation><numerusform>%n post ends alike: %1</numerusform><numerusform>%n posts end alike: %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported.</source>
        <translation><numerusform>%n article imported.</numerusform><numerusform>%n articles imported.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date.</source>
        <translation><numerusform>%n brought up to date.</numerusform><numerusform>%n brought up to date.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n already on the desk.</source>
        <translation><numerusform>%n already on the desk.</numerusform><numerusform>%n already on the desk.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n have no label. “posts DESK” lists them; mark letter and answer in each.</source>
        <translation><numerusform>%n has no label. “posts DESK” lists it; mark letter and answer in it.</numerusform><numerusform>%n have no label. “posts DESK” lists them; mark letter and answer in each.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n were edited here and changed in the archive. “posts DESK” lists them.</source>
        <translation><numerusform>%n was edited here and changed in the archive. “posts DESK” lists it.</numerusform><numerusform>%n were edited here and changed in the archive. “posts DESK” lists them.</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::arrival</name>
    <message numerus="yes">
        <source>See to %n letter(s)</source>
        <translation><numerusform>See to %n letter</numerusform><numerusform>See to %n letters</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::importing</name>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation><numerusform>%Ln letter</numerusform><numerusform>%Ln letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in it do not end in .eml and were left alone.</source>
        <translation><numerusform>%n file in it does not end in .eml and was left alone.</numerusform><numerusform>%n files in it do not end in .eml and were left alone.</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::inbox</name>
    <message numerus="yes">
        <source>Put back %n letter(s)</source>
        <translation><numerusform>Put back %n letter</numerusform><numerusform>Put back %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Shortlist %n letter(s)</source>
        <translation><numerusform>Shortlist %n letter</numerusform><numerusform>Shortlist %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start answering %n letter(s)</source>
        <translation><numerusform>Start answering %n letter</numerusform><numerusform>Start answering %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Mark %n letter(s) answered</source>
        <translation><numerusform>Mark %n letter answered</numerusform><numerusform>Mark %n letters answered</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hold %n letter(s)</source>
        <translation><numerusform>Hold %n letter</numerusform><numerusform>Hold %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Decline %n letter(s)</source>
        <translation><numerusform>Decline %n letter</numerusform><numerusform>Decline %n letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take %n letter(s) as not a letter</source>
        <translation><numerusform>Take %n letter as not a letter</numerusform><numerusform>Take %n letters as not a letter</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Mark %n letter(s) unread</source>
        <translation><numerusform>Mark %n letter unread</numerusform><numerusform>Mark %n letters unread</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Mark %n letter(s) read</source>
        <translation><numerusform>Mark %n letter read</numerusform><numerusform>Mark %n letters read</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Tag %n letter(s)</source>
        <translation><numerusform>Tag %n letter</numerusform><numerusform>Tag %n letters</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::post_catalogue</name>
    <message numerus="yes">
        <source>%n control character(s) that XML does not allow were left out, the first in line %1.</source>
        <translation><numerusform>%n control character that XML does not allow was left out, in line %1.</numerusform><numerusform>%n control characters that XML does not allow were left out, the first in line %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n ampersand(s) that stood alone were taken as they are, the first in line %1.</source>
        <translation><numerusform>%n ampersand that stood alone was taken as it is, in line %1.</numerusform><numerusform>%n ampersands that stood alone were taken as they are, the first in line %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) that are not UTF-8 were read as windows-1252, the first in line %1.</source>
        <translation><numerusform>%n byte that is not UTF-8 was read as windows-1252, in line %1.</numerusform><numerusform>%n bytes that are not UTF-8 were read as windows-1252, the first in line %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were not closed as they should be and were mended, the first in line %1.</source>
        <translation><numerusform>%n text was not closed as it should be and was mended, in line %1.</numerusform><numerusform>%n texts were not closed as they should be and were mended, the first in line %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of characters that XML does not know were read as HTML, the first in line %1.</source>
        <translation><numerusform>%n name of a character that XML does not know was read as HTML, in line %1.</numerusform><numerusform>%n names of characters that XML does not know were read as HTML, the first in line %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) of readers, with their names and addresses, were left out.</source>
        <translation><numerusform>%n comment of a reader, with name and address, was left out.</numerusform><numerusform>%n comments of readers, with their names and addresses, were left out.</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::post_import</name>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation><numerusform>%Ln post</numerusform><numerusform>%Ln posts</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::relations</name>
    <message numerus="yes">
        <source>Let %n letter(s) follow letter %1</source>
        <translation><numerusform>Let %n letter follow letter %1</numerusform><numerusform>Let %n letters follow letter %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Part %n letter(s) from what they followed</source>
        <translation><numerusform>Part %n letter from what it followed</numerusform><numerusform>Part %n letters from what they followed</numerusform></translation>
    </message>
</context>
<context>
    <name>editorial::writing</name>
    <message numerus="yes">
        <source>Put %n article(s) back to draft</source>
        <translation><numerusform>Put %n article back to draft</numerusform><numerusform>Put %n articles back to draft</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Send %n article(s) to review</source>
        <translation><numerusform>Send %n article to review</numerusform><numerusform>Send %n articles to review</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Approve %n article(s)</source>
        <translation><numerusform>Approve %n article</numerusform><numerusform>Approve %n articles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n article(s)</source>
        <translation><numerusform>Withdraw %n article</numerusform><numerusform>Withdraw %n articles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Tag %n article(s)</source>
        <translation><numerusform>Tag %n article</numerusform><numerusform>Tag %n articles</numerusform></translation>
    </message>
</context>
<context>
    <name>intake::post_losses</name>
    <message numerus="yes">
        <source>%n table(s) as text</source>
        <translation><numerusform>%n table as text</numerusform><numerusform>%n tables as text</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n gallery(s) left out</source>
        <translation><numerusform>%n gallery left out</numerusform><numerusform>%n galleries left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n embedded video(s) as a link</source>
        <translation><numerusform>%n embedded video as a link</numerusform><numerusform>%n embedded videos as links</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sound recording(s) as a link</source>
        <translation><numerusform>%n sound recording as a link</numerusform><numerusform>%n sound recordings as links</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n embedded page(s) as a link</source>
        <translation><numerusform>%n embedded page as a link</numerusform><numerusform>%n embedded pages as links</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n embedded object(s) left out</source>
        <translation><numerusform>%n embedded object left out</numerusform><numerusform>%n embedded objects left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) left out</source>
        <translation><numerusform>%n form left out</numerusform><numerusform>%n forms left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) as a link or words</source>
        <translation><numerusform>%n picture as a link or words</numerusform><numerusform>%n pictures as links or words</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) left out</source>
        <translation><numerusform>%n picture left out</numerusform><numerusform>%n pictures left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) to no page or mail address, as text</source>
        <translation><numerusform>%n link to no page or mail address, as text</numerusform><numerusform>%n links to no page or mail address, as text</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n reusable block(s) left out</source>
        <translation><numerusform>%n reusable block left out</numerusform><numerusform>%n reusable blocks left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n shortcode(s) of other kinds</source>
        <translation><numerusform>%n shortcode of another kind</numerusform><numerusform>%n shortcodes of other kinds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>shortcode [%1], %n time(s)</source>
        <translation><numerusform>shortcode [%1], %n time</numerusform><numerusform>shortcode [%1], %n times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of other kinds</source>
        <translation><numerusform>%n block of another kind</numerusform><numerusform>%n blocks of other kinds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>block “%1”, %n time(s)</source>
        <translation><numerusform>block “%1”, %n time</numerusform><numerusform>block “%1”, %n times</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::intake_statement</name>
    <message numerus="yes">
        <source>%n head(s) of forwarded mail</source>
        <translation><numerusform>The head of a forwarded mail</numerusform><numerusform>%n heads of forwarded mail</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of quoted mail</source>
        <translation><numerusform>%Ln line of quoted mail</numerusform><numerusform>%Ln lines of quoted mail</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s)</source>
        <translation><numerusform>a signature</numerusform><numerusform>%n signatures</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n footer(s)</source>
        <translation><numerusform>a footer</numerusform><numerusform>%n footers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are folded.</source>
        <translation><numerusform>%1 is folded.</numerusform><numerusform>%1 are folded.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::AnswerPanel</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation><numerusform>%Ln word</numerusform><numerusform>%Ln words</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation><numerusform>%Ln minute</numerusform><numerusform>%Ln minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::FetchControl</name>
    <message numerus="yes">
        <source>%Ln message(s) could not be brought in.</source>
        <translation><numerusform>%Ln message could not be brought in.</numerusform><numerusform>%Ln messages could not be brought in.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation><numerusform>%Ln place</numerusform><numerusform>%Ln places</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced. Ctrl+Z brings them back.</source>
        <translation><numerusform>%Ln place replaced. Ctrl+Z brings it back.</numerusform><numerusform>%Ln places replaced. Ctrl+Z brings them back.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::ImportReportDialog</name>
    <message numerus="yes">
        <source>%Ln letter(s) brought in</source>
        <translation><numerusform>%Ln letter brought in</numerusform><numerusform>%Ln letters brought in</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the desk before</source>
        <translation><numerusform>%Ln on the desk before</numerusform><numerusform>%Ln on the desk before</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation><numerusform>%Ln could not be read</numerusform><numerusform>%Ln could not be read</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln need attention</source>
        <translation><numerusform>%Ln needs attention</numerusform><numerusform>%Ln need attention</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln were taken as no letters</source>
        <translation><numerusform>%Ln was taken as no letter</numerusform><numerusform>%Ln were taken as no letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>new letter(s)</source>
        <translation><numerusform>new letter</numerusform><numerusform>new letters</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>of the new one(s) need(s) attention</source>
        <translation><numerusform>of the new ones needs attention</numerusform><numerusform>of the new ones need attention</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>taken as no letter(s), but bounces and the like</source>
        <translation><numerusform>taken as no letter, but a bounce or the like</numerusform><numerusform>taken as no letters, but bounces and the like</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::LetterPanel</name>
    <message numerus="yes">
        <source>%Ln word(s), as it came</source>
        <translation><numerusform>%Ln word, as it came</numerusform><numerusform>%Ln words, as it came</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation><numerusform>%Ln word</numerusform><numerusform>%Ln words</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::MailAccountDialog</name>
    <message numerus="yes">
        <source>It works. The folder “%1” holds %Ln message(s).</source>
        <translation><numerusform>It works. The folder “%1” holds %Ln message.</numerusform><numerusform>It works. The folder “%1” holds %Ln messages.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The server has %Ln folder(s). Choose one above.</source>
        <translation><numerusform>The server has %Ln folder. Choose it above.</numerusform><numerusform>The server has %Ln folders. Choose one above.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::PostImportControl</name>
    <message numerus="yes">
        <source>%Ln article(s) taken back.</source>
        <translation><numerusform>%Ln article taken back.</numerusform><numerusform>%Ln articles taken back.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln that you edited are withdrawn instead.</source>
        <translation><numerusform>%Ln that you edited is withdrawn instead.</numerusform><numerusform>%Ln that you edited are withdrawn instead.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::PostImportDialog</name>
    <message numerus="yes">
        <source>%1 would bring %Ln post(s) with %2 tags, %3 of them new.</source>
        <translation><numerusform>%1 would bring %Ln post with %2 tags, %3 of them new.</numerusform><numerusform>%1 would bring %Ln posts with %2 tags, %3 of them new.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Bring in %Ln post(s)</source>
        <translation><numerusform>&amp;Bring in %Ln post</numerusform><numerusform>&amp;Bring in %Ln posts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make what %Ln post(s) begin with the &amp;introduction of every page: “%1”</source>
        <translation><numerusform>Make what %Ln post begins with the &amp;introduction of every page: “%1”</numerusform><numerusform>Make what %Ln posts begin with the &amp;introduction of every page: “%1”</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make what %Ln post(s) end with the call to &amp;action of every page: “%1”</source>
        <translation><numerusform>Make what %Ln post ends with the call to &amp;action of every page: “%1”</numerusform><numerusform>Make what %Ln posts end with the call to &amp;action of every page: “%1”</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Bring in the %Ln pa&amp;ge(s) of the site as well</source>
        <translation><numerusform>Bring in the %Ln pa&amp;ge of the site as well</numerusform><numerusform>Bring in the %Ln pa&amp;ges of the site as well</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) part into letters and answers</source>
        <translation><numerusform>%Ln post parts into letters and answers</numerusform><numerusform>%Ln posts part into letters and answers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln are doubtful and wait in review</source>
        <translation><numerusform>%Ln is doubtful and waits in review</numerusform><numerusform>%Ln are doubtful and wait in review</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no label and wait for you</source>
        <translation><numerusform>%Ln has no label and waits for you</numerusform><numerusform>%Ln have no label and wait for you</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln are on the desk already</source>
        <translation><numerusform>%Ln is on the desk already</numerusform><numerusform>%Ln are on the desk already</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln have changed since</source>
        <translation><numerusform>%Ln has changed since</numerusform><numerusform>%Ln have changed since</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left out</source>
        <translation><numerusform>%Ln is left out</numerusform><numerusform>%Ln are left out</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::PostImportDialog</name>
    <message numerus="yes">
        <source>Leave out what %Ln post(s) begin with, as the masthead has its own &amp;introduction: “%1”</source>
        <translation><numerusform>Leave out what %Ln post begins with, as the masthead has its own &amp;introduction: “%1”</numerusform><numerusform>Leave out what %Ln posts begin with, as the masthead has its own &amp;introduction: “%1”</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Leave out what %Ln post(s) end with, as the masthead has its own call to &amp;action: “%1”</source>
        <translation><numerusform>Leave out what %Ln post ends with, as the masthead has its own call to &amp;action: “%1”</numerusform><numerusform>Leave out what %Ln posts end with, as the masthead has its own call to &amp;action: “%1”</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::PostReportDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) brought in</source>
        <translation><numerusform>%Ln article brought in</numerusform><numerusform>%Ln articles brought in</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln brought up to date</source>
        <translation><numerusform>%Ln brought up to date</numerusform><numerusform>%Ln brought up to date</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the desk before</source>
        <translation><numerusform>%Ln on the desk before</numerusform><numerusform>%Ln on the desk before</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no label and wait for you</source>
        <translation><numerusform>%Ln has no label and waits for you</numerusform><numerusform>%Ln have no label and wait for you</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln that you edited have changed in the archive</source>
        <translation><numerusform>%Ln that you edited has changed in the archive</numerusform><numerusform>%Ln that you edited have changed in the archive</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation><numerusform>%Ln left out</numerusform><numerusform>%Ln left out</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::ReadingRoom</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation><numerusform>%Ln word</numerusform><numerusform>%Ln words</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) are chosen. What you do now is done to all of them.</source>
        <translation><numerusform>%Ln letter is chosen. What you do now is done to it.</numerusform><numerusform>%Ln letters are chosen. What you do now is done to all of them.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::SheetMapDialog</name>
    <message numerus="yes">
        <source>&amp;Bring in %Ln letter(s)</source>
        <translation><numerusform>&amp;Bring in %Ln letter</numerusform><numerusform>&amp;Bring in %Ln letters</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::RelatedLetters</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation><numerusform>%Ln more</numerusform><numerusform>%Ln more</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::TagLettersDialog</name>
    <message numerus="yes">
        <source>&amp;Tag %Ln letter(s)</source>
        <translation><numerusform>&amp;Tag %Ln letter</numerusform><numerusform>&amp;Tag %Ln letters</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::TagModel</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation><numerusform>%Ln article</numerusform><numerusform>%Ln articles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation><numerusform>%Ln letter</numerusform><numerusform>%Ln letters</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::TagPanel</name>
    <message numerus="yes">
        <source>%Ln article(s), with the tags below</source>
        <translation><numerusform>%Ln article, with the tags below</numerusform><numerusform>%Ln articles, with the tags below</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s), with the tags below</source>
        <translation><numerusform>%Ln letter, with the tags below</numerusform><numerusform>%Ln letters, with the tags below</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation><numerusform>%Ln article</numerusform><numerusform>%Ln articles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation><numerusform>%Ln letter</numerusform><numerusform>%Ln letters</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::TagsRoom</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation><numerusform>%Ln tag</numerusform><numerusform>%Ln tags</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::list_row</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation><numerusform>%Ln word</numerusform><numerusform>%Ln words</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation><numerusform>%n letter</numerusform><numerusform>%n letters</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::publish_plan</name>
    <message numerus="yes">
        <source>%Ln held back.</source>
        <translation><numerusform>%Ln held back.</numerusform><numerusform>%Ln held back.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be added</source>
        <translation><numerusform>%Ln page will be added</numerusform><numerusform>%Ln pages will be added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will change</source>
        <translation><numerusform>%Ln page will change</numerusform><numerusform>%Ln pages will change</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) will be removed</source>
        <translation><numerusform>%Ln page will be removed</numerusform><numerusform>%Ln pages will be removed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) added</source>
        <translation><numerusform>%Ln page added</numerusform><numerusform>%Ln pages added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) changed</source>
        <translation><numerusform>%Ln page changed</numerusform><numerusform>%Ln pages changed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) removed</source>
        <translation><numerusform>%Ln page removed</numerusform><numerusform>%Ln pages removed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %Ln page(s)</source>
        <translation><numerusform>&amp;Remove %Ln page</numerusform><numerusform>&amp;Remove %Ln pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Publish %Ln page(s)</source>
        <translation><numerusform>&amp;Publish %Ln page</numerusform><numerusform>&amp;Publish %Ln pages</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::tag_words</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation><numerusform>%1 and %Ln more</numerusform><numerusform>%1 and %Ln more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation><numerusform>%Ln article</numerusform><numerusform>%Ln articles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation><numerusform>%Ln letter</numerusform><numerusform>%Ln letters</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::SavingNotices</name>
    <message numerus="yes">
        <source>Postbag ended before %Ln text(s) that you typed were on the desk.</source>
        <translation><numerusform>Postbag ended before %Ln text that you typed was on the desk.</numerusform><numerusform>Postbag ended before %Ln texts that you typed were on the desk.</numerusform></translation>
    </message>
</context>
<context>
    <name>ui::suggestion_menu</name>
    <message numerus="yes">
        <source>In all %Ln place(s) of this text</source>
        <translation><numerusform>In the %Ln place of this text</numerusform><numerusform>In all %Ln places of this text</numerusform></translation>
    </message>
</context>
</TS>
