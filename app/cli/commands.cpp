#include "cli/archive_commands.h"
#include "cli/article_commands.h"
#include "cli/desk_commands.h"
#include "cli/letter_commands.h"
#include "cli/mail_commands.h"
#include "cli/post_commands.h"
#include "cli/site_commands.h"
#include "cli/tag_commands.h"

#include <QtGlobal>

#include <array>

namespace cli {

namespace {

using Count = Argument::Count;
using Text = QLatin1String;

// Marks a text of the table for translation.
#define TEXT(words) QT_TRANSLATE_NOOP("cli::commands", words)

const Argument deskArgument{Text("DESK"), TEXT("a desk file, NAME.postbag")};
const Argument letterArgument{Text("LETTER"), TEXT("a letter: its number or its id")};
const Option tagOption{Text("tag"), Text("T"), TEXT("adds this tag; it is made if it is new"), true};
const Option passwordOption{Text("password-stdin"), Text(),
                            TEXT("takes the password from standard input, not from the keyring")};
const Option untagOption{Text("untag"), Text("T"), TEXT("takes this tag away"), true};

const std::array rows{
    Command{Text("new"),
            TEXT("makes a desk"),
            {{Text("DESK"), TEXT("the file to make; it must not exist yet")}},
            {{Text("column"), Text("NAME"), TEXT("the name of the column; otherwise that of the file")},
             {Text("language"), Text("TAG"),
              TEXT("the language of the column, such as en-GB; otherwise that of the system")},
             {Text("sample"), Text(), TEXT("fills the desk with the sample column")}},
            "",
            newDesk},
    Command{Text("set"),
            TEXT("sets a field of the masthead"),
            {deskArgument,
             {Text("KEY"), TEXT("the field; “get DESK” lists them")},
             {Text("VALUE"), TEXT("its new value; for author.picture a picture file"), Count::Optional}},
            {{Text("text"), Text("FILE"), TEXT("takes the value from this text file instead; “-” is standard input")}},
            "",
            setField},
    Command{Text("get"),
            TEXT("shows the masthead or one field of it"),
            {deskArgument, {Text("KEY"), TEXT("the field; otherwise all"), Count::Optional}},
            {},
            "",
            getField},
    Command{
        Text("import"),
        TEXT("brings letters from files, or an archive of past columns, onto the desk"),
        {deskArgument,
         {Text("SOURCE"),
          TEXT("a message (.eml), a mailbox file, a Maildir, a folder of .eml files, a sheet (CSV, TSV), a text, or an "
               "export of WordPress"),
          Count::Many}},
        {{Text("as"), Text("FORM"),
          TEXT("what the sources are: message, mailbox, maildir, csv, text or wordpress; otherwise by a look at each")},
         {Text("map"), Text("MAP"), TEXT("which columns of a sheet are what: a file, or a name that the desk knows")},
         {Text("keep-map"), Text("NAME"), TEXT("keeps the columns of the sheet on the desk under this name")},
         {Text("uploads"), Text("FOLDER"), TEXT("of an archive: where its pictures are; nothing is fetched")},
         {Text("letter-label"), Text("L"), TEXT("of an archive: how letters begin, as “DEAR HAZEL:”"), true},
         {Text("answer-label"), Text("L"), TEXT("of an archive: how answers begin, as “HAZEL ANSWERS:”"), true},
         {Text("proposed-labels"), Text(), TEXT("of an archive: takes all labels that --dry-run shows")},
         {Text("common-parts"), Text(),
          TEXT("of an archive: what most posts begin and end with becomes the masthead's, where it has none")},
         {Text("type"), Text("TYPE"), TEXT("of an archive: post, page or another; otherwise posts alone"), true},
         {Text("addresses"), Text("A"),
          TEXT("of an archive: keep, articles have the addresses they had; or redirect, those lead to new ones")},
         {Text("dry-run"), Text(), TEXT("reads and counts, shows columns and labels, but leaves the desk as it is")}},
        TEXT("A letter that is on the desk already is counted and not doubled. What cannot be read is listed with\n"
             "its reason, the rest goes on, and the exit status is 1.\n\n"
             "Each row of a sheet is a letter. Without --map the columns are those that the desk keeps, if all of\n"
             "them stand among the headings, or a guess. A file for --map is JSON; columns are named by their\n"
             "headings or by numbers from 1, and several may be the letter together:\n\n"
             "  {\"letter\": [\"What is the matter?\", 5], \"subject\": \"Title\", \"date\": \"Submitted\",\n"
             "   \"name\": \"Name\", \"address\": \"E-mail\", \"consent\": \"May we print it?\", \"place\": \"Town\",\n"
             "   \"signature\": \"Sign me as\", \"dates\": \"day first\", \"yes\": [\"Print it\"], \"no\": [\"Keep "
             "it\"],\n"
             "   \"delimiter\": \";\", \"encoding\": \"windows-1252\", \"headings\": true}\n\n"
             "Only the letter is needed. Dates are year first, day first or month first, the delimiter is one of\n"
             ", ; | and tab. What is left out is told from the sheet.\n\n"
             "Of an export of WordPress each post becomes an article, parted into letter and answer by its labels.\n"
             "Labels are kept for the next time. A post without one waits: see “posts”. Only what was published is\n"
             "approved. Importing the same archive again brings in what is new; what was edited here stays."),
        importSources},
    Command{
        Text("posts"),
        TEXT("lists and settles what imports of archives left open"),
        {deskArgument,
         {Text("ACTION"), TEXT("list, show, part, drop, keep, take, batches or take-back; otherwise list"),
          Count::Optional},
         {Text("POST"), TEXT("a post as the list has it; for take-back an import as batches has it"), Count::Optional}},
        {{Text("letter"), Text("PLACE"), TEXT("with part: where a letter begins, line or line:column"), true},
         {Text("answer"), Text("PLACE"), TEXT("with part: where an answer begins"), true},
         {Text("teach"), Text(), TEXT("with part: what stands before these places is kept as labels")}},
        TEXT("  list             posts that wait, and articles that were edited here and changed in the archive\n"
             "  show POST        the text of one, as part counts its lines\n"
             "  part POST        makes an article of it; needs --letter and --answer\n"
             "  drop POST        it is no column and does not come again\n"
             "  keep POST        of a conflict: the article stays as it is\n"
             "  take POST        of a conflict: the article takes the archive's text\n"
             "  batches          the imports\n"
             "  take-back BATCH  removes what an import brought, but for what was edited since"),
        changePosts},
    Command{
        Text("fetch"),
        TEXT("brings new letters from mailboxes on servers onto the desk"),
        {deskArgument, {Text("ACCOUNT"), TEXT("a mail account by its name; otherwise all"), Count::Optional}},
        {passwordOption},
        TEXT("Only what is new is fetched, and the server is only read, unless the account says otherwise. The\n"
             "password is in the system's keyring (“account DESK password NAME”), or is typed. Certificates must be\n"
             "signed by whom the system trusts, or by one of the file that SSL_CERT_FILE names. The exit status is\n"
             "1 where something is missing, and 4 where nothing could be fetched."),
        fetchLetters},
    Command{Text("account"),
            TEXT("lists and changes the mail accounts of a desk"),
            {deskArgument,
             {Text("ACTION"), TEXT("list, add, set, remove, password or folders")},
             {Text("NAME"), TEXT("the name of the account, for all actions but list"), Count::Optional}},
            {{Text("host"), Text("HOST"), TEXT("the server (IMAP), as imap.example.org")},
             {Text("port"), Text("N"), TEXT("its port; otherwise 993 with TLS and 143 with STARTTLS")},
             {Text("security"), Text("S"), TEXT("tls or starttls; otherwise tls")},
             {Text("user"), Text("USER"), TEXT("the user name on the server, often the mail address")},
             {Text("folder"), Text("FOLDER"), TEXT("the folder to fetch from; otherwise INBOX")},
             {Text("every"), Text("N"), TEXT("the window fetches every N minutes; 0: only when asked")},
             {Text("afterwards"), Text("A"), TEXT("what becomes of fetched letters there: leave, mark-read or move")},
             {Text("move-to"), Text("FOLDER"), TEXT("with --afterwards move: the folder")},
             {Text("name"), Text("NAME"), TEXT("with set: another name")},
             passwordOption},
            TEXT("  list            all accounts\n"
                 "  add NAME        makes one; needs --host and --user\n"
                 "  set NAME        changes what is given\n"
                 "  remove NAME     takes it off the desk, and its password out of the keyring; letters stay\n"
                 "  password NAME   puts the password, the first line of standard input, into the system's keyring\n"
                 "  folders NAME    the folders on the server"),
            changeAccounts},
    Command{Text("letters"),
            TEXT("lists letters, the newest first"),
            {deskArgument},
            {{Text("search"), Text("TEXT"), TEXT("with these words; each may be the beginning of a word")},
             {Text("stage"), Text("S"), TEXT("new, shortlisted, answering, answered, held, declined or not-a-letter")},
             {Text("tag"), Text("T"), TEXT("with this tag or one below it")},
             {Text("needs-attention"), Text(), TEXT("only those that somebody has to look at")},
             {Text("order"), Text("O"), TEXT("newest, oldest, longest or shortest first")},
             {Text("limit"), Text("N"), TEXT("at most N letters; otherwise 100")},
             {Text("offset"), Text("N"), TEXT("leaves out the first N letters")}},
            "",
            listLetters},
    Command{Text("letter"),
            TEXT("shows one letter"),
            {deskArgument, letterArgument},
            {{Text("reveal"), Text(), TEXT("shows who wrote it, too")},
             {Text("raw"), Text(), TEXT("with --reveal: the message as it came and nothing else; in JSON as Base64")}},
            "",
            showLetter},
    Command{
        Text("edit"),
        TEXT("changes the edited text of a letter and what stands around it"),
        {deskArgument, letterArgument},
        {{Text("text"), Text("FILE"), TEXT("the text that will be printed; “-” is standard input")},
         {Text("subject"), Text("S"), TEXT("the subject")},
         {Text("signature"), Text("S"), TEXT("the pen name under the letter")},
         {Text("place"), Text("S"), TEXT("where the writer says to be")},
         {Text("stage"), Text("S"), TEXT("new, shortlisted, answering, answered, held, declined or not-a-letter")},
         {Text("until"), Text("DAY"),
          TEXT("with --stage held: the day on which the letter is new again, as 2026-11-22")},
         {Text("unfold"), Text(), TEXT("brings quoted mail, signatures and footers back into the text")},
         {Text("seen-to"), Text(), TEXT("the letter needs attention no longer")},
         {Text("forwarding"), Text("D"),
          TEXT(
              "of a letter that was passed on: taken, the words of its writer are the letter; or kept as it was sent")},
         tagOption,
         untagOption},
        TEXT("The original text stays as it came. Tags that the letter has already stay unless --untag names them."),
        editLetter},
    Command{Text("answer"),
            TEXT("writes or replaces the answer to a letter"),
            {deskArgument, letterArgument},
            {{Text("title"), Text("T"), TEXT("the title of the article")},
             {Text("text"), Text("FILE"), TEXT("the answer in Markdown; “-” is standard input")},
             {Text("slug"), Text("S"), TEXT("the name in the address; otherwise made from the title")},
             {Text("summary"), Text("S"), TEXT("one sentence for search engines and feeds")},
             tagOption,
             untagOption,
             {Text("publish-on"), Text("DATE"),
              TEXT("when it may go out: 2026-11-22 or 2026-11-22T08:00, time of the desk")},
             {Text("stage"), Text("S"), TEXT("draft, in-review, approved or withdrawn")}},
            TEXT("The first answer makes the article and needs --title and --text. After that, what is not given stays "
                 "as it\n"
                 "is. Approving an article without a date gives it the present one."),
            answerLetter},
    Command{Text("articles"),
            TEXT("lists articles"),
            {deskArgument},
            {{Text("search"), Text("TEXT"), TEXT("with these words; each may be the beginning of a word")},
             {Text("stage"), Text("S"), TEXT("draft, in-review, approved or withdrawn")},
             {Text("tag"), Text("T"), TEXT("with this tag or one below it")},
             {Text("limit"), Text("N"), TEXT("at most N articles; otherwise all")},
             {Text("offset"), Text("N"), TEXT("leaves out the first N articles")}},
            "",
            listArticles},
    Command{Text("article"),
            TEXT("shows one article with its letters and answers"),
            {deskArgument, {Text("ARTICLE"), TEXT("an article: its slug or its id")}},
            {},
            "",
            showArticle},
    Command{Text("tags"), TEXT("lists the tags with their counts"), {deskArgument}, {}, "", listTags},
    Command{
        Text("tag"),
        TEXT("changes the tag tree"),
        {deskArgument,
         {Text("ACTION"), TEXT("add, rename, merge, move, describe or delete")},
         {Text("WORDS"), TEXT("what the action needs, see below; a tag by its name, synonym, slug or id"),
          Count::Many}},
        {{Text("synonym"), Text("S"), TEXT("with describe: another name; those given replace the earlier ones"), true},
         {Text("text"), Text("FILE"), TEXT("with describe: the description; “-” is standard input")}},
        TEXT("  add NAME [PARENT]           makes a tag\n"
             "  rename TAG NAME             gives it another name\n"
             "  merge FROM INTO             what carries FROM carries INTO, and FROM becomes a synonym\n"
             "  move TAG [PARENT]           hangs it below PARENT, or at the top\n"
             "  describe TAG [DESCRIPTION]  sets what stands on the page of the topic\n"
             "  delete TAG                  takes it off everything; tags below it move up"),
        changeTag},
    Command{Text("check"),
            TEXT("lists what is wrong with articles, blockers first"),
            {deskArgument,
             {Text("ARTICLE"), TEXT("its slug or id; otherwise all that are not withdrawn"), Count::Optional}},
            {},
            TEXT("The exit status is 3 where a blocker was found."),
            checkArticles},
    Command{
        Text("export"),
        TEXT("writes the site"),
        {deskArgument, {Text("SITE"), TEXT("the folder of the site; it is made if it is not there")}},
        {{Text("as-of"), Text("DATE"),
          TEXT("takes what is dated up to then: 2026-11-22 or 2026-11-22T08:00; otherwise now")},
         {Text("dry-run"), Text(), TEXT("tells what would happen and writes nothing")},
         {Text("theme"), Text("NAME"), TEXT("the theme; otherwise the one that ships")}},
        TEXT("Goes out: what is approved, dated up to then and free of blockers. The exit status is 3 where blockers\n"
             "kept something back."),
        exportDesk},
    Command{Text("render"),
            TEXT("writes the page of one article to standard output"),
            {deskArgument, {Text("ARTICLE"), TEXT("an article: its slug or its id")}},
            {},
            "",
            renderPage},
    Command{Text("spell"),
            TEXT("lists the words of a text that are not in the dictionary"),
            {{Text("FILE"), TEXT("a text or Markdown file; otherwise, or as “-”, standard input"), Count::Optional}},
            {{Text("language"), Text("TAG"), TEXT("the language, such as en-GB; otherwise that of the system")}},
            "",
            checkSpelling},
    Command{Text("backup"),
            TEXT("writes a verified copy of a desk"),
            {deskArgument, {Text("FILE"), TEXT("the copy; it must not exist yet")}},
            {},
            "",
            backUpDesk},
    Command{
        Text("archive"),
        TEXT("writes the whole desk as a folder of Markdown, JSON and pictures"),
        {deskArgument, {Text("FOLDER"), TEXT("the folder to make; it must not exist yet, or be empty")}},
        {{Text("with-correspondents"), Text(),
          TEXT("with who wrote the letters, encrypted by a passphrase: typed, or the first line of standard input")}},
        TEXT("README.md in the folder says how the files are made and which of them may be put online. Accounts of\n"
             "mail servers and the folders exported to are left out. The texts of letters hold what their writers\n"
             "told of themselves."),
        archiveToFolder},
    Command{Text("restore"),
            TEXT("makes a desk out of the folder that “archive” wrote"),
            {{Text("FOLDER"), TEXT("the folder")}, {Text("DESK"), TEXT("the file to make; it must not exist yet")}},
            {{Text("without-correspondents"), Text(),
              TEXT("leaves out who wrote the letters; otherwise their passphrase is typed, or the first line of "
                   "standard input")}},
            TEXT("Files that were changed by hand are taken as they are; what cannot be read is named with its line."),
            restoreFromFolder},
    Command{Text("verify"),
            TEXT("tells whether a desk file is sound"),
            {deskArgument},
            {},
            TEXT("The exit status is 4 where it is not."),
            verifyDesk},
};

const std::array common{
    Option{Text("json"), Text(), TEXT("writes one JSON document to standard output")},
    Option{Text("progress"), Text(), TEXT("tells the progress on standard error, even if that is no terminal")},
    Option{Text("help"), Text(), TEXT("shows this")},
};

#undef TEXT

} // namespace

std::span<const Command> commands()
{
    return rows;
}

std::span<const Option> commonOptions()
{
    return common;
}

} // namespace cli
