#include "privacy/common_words.h"

#include <QSet>
#include <QString>

namespace privacy {

namespace {

// Words that stand in many a letter and that people bear as given or family names too; function words are among them,
// since short names of other languages are spelled like them.
constexpr QStringView words =
    u"able add age ago air all also and any are art ask away back bad bake baker ball band bank banks bar "
    u"bark barn bass bay beach beam bean bear beck bee been bell bench berry best better big bill bird "
    u"birds bishop black blank bless blood bloom blow blue boat body bold bond bone book books born both "
    u"bow bowl box boy brand brave bread bridge bright broad brook brooks brother brown buck bud buddy "
    u"bull burn burns bush butcher butler butter button came camp can candy cannon card care carpenter "
    u"carver case cash castle cat cave chance change chapel chaplain chase child chip church city clay "
    u"clean clear clerk cliff close cloud coffee coin cold come comfort con constable cook cool corn "
    u"corner cotton couch count court cow crane cross crow crown cry cup curry cut dale dance dark dawn "
    u"day days deal dean dear deep deer den dew diamond did dog dollar done door dove down draw dream drew "
    u"drink driver drum dry duck due duke dusk dust each ear earl early east easter eat edge egg elder "
    u"else end english eve even ever every eye fair fairy faith fall far farm farmer fast father feather "
    u"fed feel few field fields fine finger fire first fish fisher fit five flag flame flood floor flower "
    u"flowers fly folly fool foot ford forest forward foster found fountain four fox frank free french "
    u"friend frost fry full fun game garden gardener gate gates gene gentle german get gift girl give glad "
    u"glass glen goes gold golden good goodnight got grace grand grant grass grave gray great green grey "
    u"ground grove grow guard guest guy had hair half hall ham hand hands handy happy harbour hard hardy "
    u"hare harmony has haste hat have haven hawk hay hazel head heart heath heather heaven held hell help "
    u"hence her herd here herring hers hide high hill hills him his hit hold hole holiday holly home honey "
    u"hood hook hope horn horse host hot hour house how humble hunger hunt hunter hurt ice inn iris iron "
    u"ivory ivy jack jade jar jay jewel jewels job join joke jolly joy judge june just justice keen keep "
    u"kid kind king kirk kitchen knight knock know knowing lace lad lady lake lamb lamp land lane large "
    u"lark last late laugh law lawn lay lead leaf leave led left less let letter life light like lily line "
    u"lion lit little live lock lodge long look lord loss lot love loving low luck lucky lung made maid "
    u"mail main major make mall man manly many maple march mark market marsh mason master mat match mate "
    u"may mayor mead meadow mean meek melody men mercy merit merry middle might mild miles mill miller "
    u"mind mine mint miss mist money monk month moon moor more morning moss most mother mount mountain "
    u"mouse mouth much must nail name near neat need new next nice night nine noble none noon nor north "
    u"not now nun nurse oak ocean odd off oil old olive one only open orange organ other our out outlaw "
    u"over own pack page pain paint painter pair palm paper park parlour parson part partridge pass past "
    u"paste pat patch patience peace peach peacock pearl pen penny people pepper perfect person pet pickle "
    u"pie pike pilgrim pillow pin pine pink pipe piper place plain plant play player plum point pole poll "
    u"pond pool poor pope poppy port porter post pot potter pound power pray precious press price pride "
    u"priest prince prior prize proper proud prudence pure purple push put queen quick quiet race rain ran "
    u"ranger raven ray read ready real red reed reeve rest rice rich ride rider right ring rise river "
    u"rivers road robin rock rode roof room root rope rose rough round row royal ruby rule run rush sad "
    u"safe sage sail saint sales salt same sand sands sandy sat savage save saw say school sea seal see "
    u"self sell send serve set seven sew shade shadow shall sharp she shed sheep shepherd shine ship shoe "
    u"shop shore short show shrewd sick side silk silver simple singer single sir sister six skip sky "
    u"slaughter slim slow small smart smile smoke snow soft sold some son song sorrow soul south space "
    u"spark sparrow speak spear speed spice spring springs square squire staff stage standing star "
    u"starling start steel steer stem step steward still sting stock stone stones storm story stout stow "
    u"straight strange stranger stream street strong such sue sugar summer sun sunday sunny supper sure "
    u"swallow swan sweet swift sword table tall tan teacher tear tell ten than thank that the them then "
    u"there these they thin thing this those three tide time tiny today told took top tot tower town towns "
    u"trainer tree trick true truly trust truth try tub tuck turn turner twin two uncle under until upon "
    u"use usher vale valley van vest violet virtue wade wait walk walker wall walls war ward warden wares "
    u"warm was wash water waters wave way web week weeks weir well wells went were west wheat wheel when "
    u"white who whole why wide wild will willing willow wind winner winter wisdom wise wish with wolf "
    u"woman wonder wood woods word words work worker world worth would wren write yard year yes yet you "
    u"young younger your";

QSet<QStringView> parted(QStringView list)
{
    const QList<QStringView> parts = list.split(u' ');
    return QSet<QStringView>(parts.begin(), parts.end());
}

} // namespace

bool isCommonWord(QStringView word)
{
    static const QSet<QStringView> known = parted(words);
    return known.contains(word);
}

} // namespace privacy
