using Releve.Core.Languages;
using Releve.Core.Search;

namespace Releve.Core.Tests.Search.Understanding;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("infirmière nuit Chartres", "nurse FR-28085+30 night")]
    [InlineData("remplacement médecin généraliste août près de Brou", "locum physician.general-practice FR-28061+30 2027-08-01/2027-08-31")]
    [InlineData("cabinet kiné à louer 4000", "premises physiotherapist BE-62063+30")]
    [InlineData("stage SASPAS", "placement [SASPAS]")]
    [InlineData("IDE CDI 80% Nantes", "nurse FR-44109+30 permanent part-time")]
    [InlineData("garde urgences samedi Dreux", "shift FR-28134+30 2026-11-28/2026-11-28 [urgences]")]
    [InlineData("aide soignante de nuit à moins de 20 km de Pornic", "care-assistant FR-44131+20 night")]
    [InlineData("kinésithérapeute association Waremme", "partnership physiotherapist BE-64074+30")]
    [InlineData("chirurgien-dentiste cession Eure-et-Loir", "handover dentist FR-D28")]
    [InlineData("remplaçant du 13 au 31 juillet", "locum 2027-07-13/2027-07-31")]
    [InlineData("week-end 12 décembre", "2026-12-12/2026-12-13 weekend")]
    [InlineData("cuisinier ehpad Liège", "cook BE-62063+30 [ehpad]")]
    [InlineData("AS La Louvière", "care-assistant BE-58001+30")]
    [InlineData("interne logement Nogent-le-Rotrou", "placement FR-28280+30 lodging")]
    [InlineData("ASH", "hospital-service-worker")]
    [InlineData("psychiatre Paris 11", "physician.psychiatry FR-75111+30")]
    [InlineData("maison de santé Brou", "FR-28061+30 [maison santé]")]
    [InlineData("médecin 20 km autour de Brou", "physician FR-28061+20")]
    [InlineData("médecin autour de Brou dans un rayon de 50 km", "physician FR-28061+50")]
    [InlineData("urgent : infirmière de nuit, Chartres, CDI, logement possible", "nurse FR-28085+30 night permanent lodging urgent")]
    [InlineData("je cherche un poste d'infirmière de nuit à Chartres ou dans les environs", "salaried-post nurse FR-28085+30 night")]
    [InlineData("infirmière 12h de jour", "nurse day twelve-hours")]
    [InlineData("infirmière 4/5 Liège", "nurse BE-62063+30 part-time")]
    public void FrenchIsUnderstood(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Theory]
    [InlineData("huisarts vervanging Luik", "locum physician.general-practice BE-62063+30")]
    [InlineData("verpleegkundige nacht Brussel", "nurse BE-21004+30 night")]
    [InlineData("nachtverpleegkundige Brussel", "nurse BE-21004+30 night")]
    [InlineData("vanaf 1 januari", "2027-01-01/..")]
    [InlineData("zorgkundige omgeving Luik", "care-assistant BE-62063+30")]
    [InlineData("huisarts binnen 20 km van Luik", "physician.general-practice BE-62063+20")]
    [InlineData("praktijkruimte te huur Gent", "premises BE-44021+30")]
    [InlineData("zelfstandige verpleegkundige Namen", "nurse BE-92094+30 self-employed")]
    [InlineData("verpleegkundige voltijds vast contract Gent", "nurse BE-44021+30 permanent full-time")]
    [InlineData("huisarts provincie Luik", "physician.general-practice BE-P60000")]
    public void DutchIsUnderstood(string text, string summary) => Reader.Summary(Reader.Read(text, Language.Dutch)).ShouldBe(summary);

    [Theory]
    [InlineData("night nurse Brussels", "nurse BE-21004+30 night")]
    [InlineData("GP locum August near Brou", "locum physician.general-practice FR-28061+30 2027-08-01/2027-08-31")]
    [InlineData("care assistant within 20 km of Pornic", "care-assistant FR-44131+20")]
    [InlineData("practice for sale near Liège", "handover BE-62063+30")]
    [InlineData("I am looking for a job as a night nurse in Brussels", "nurse BE-21004+30 night")]
    [InlineData("nurse for a weekend shift near Liège in December", "shift nurse BE-62063+30 2026-12-01/2026-12-31 weekend")]
    public void EnglishIsUnderstood(string text, string summary) => Reader.Summary(Reader.Read(text, Language.English)).ShouldBe(summary);

    [Theory]
    [InlineData("infirmière nuit Chartres", "verpleegkundige nacht Chartres", "night nurse Chartres")]
    [InlineData("remplacement médecin généraliste août près de Brou", "vervanging huisarts augustus nabij Brou", "GP locum August near Brou")]
    [InlineData("aide-soignante CDI temps plein Bruxelles", "zorgkundige vast contract voltijds Brussel", "care assistant permanent full time Brussels")]
    [InlineData(
        "kiné à louer province de Liège du 13 au 31 juillet",
        "kine te huur provincie Luik van 13 tot 31 juli",
        "physio to rent province of Liège 13 to 31 July"
    )]
    [InlineData("stage infirmier à moins de 20 km de Mons", "stage verpleegkunde binnen 20 km van Bergen", "nurse placement within 20 km of Mons")]
    [InlineData("reprise cabinet dentaire logement urgent", "overname tandartspraktijk huisvesting dringend", "takeover dental practice housing urgent")]
    [InlineData("garde pharmacien week-end à partir du 1er mars", "wacht apotheker weekend vanaf 1 maart", "pharmacist shift weekend from 1 March")]
    public void OneSearchIsReadTheSameInThreeLanguages(string french, string dutch, string english)
    {
        var reading = Reader.Summary(Reader.Read(french));

        Reader.Summary(Reader.Read(dutch, Language.Dutch)).ShouldBe(reading);
        Reader.Summary(Reader.Read(english, Language.English)).ShouldBe(reading);
        // A person may mix: the language of the page decides nothing here.
        Reader.Summary(Reader.Read(dutch, Language.French)).ShouldBe(reading);
        Reader.Summary(Reader.Read(french, Language.English)).ShouldBe(reading);
    }

    [Theory]
    [InlineData("INFIRMIÈRES NUITS CHARTRES")]
    [InlineData("infirmier de nuit chartres")]
    [InlineData("infirmiere nuit à Chartres")]
    [InlineData("infirmi\u0065\u0300re nuit Chartres")]
    [InlineData("infimière nuit chartes")]
    [InlineData("infirmier(e) H/F de nuit, Chartres (28)")]
    [InlineData("28000 Chartres : infirmières, nuit")]
    public void CaseAccentsGenderNumberAndSlipsDoNotMatter(string text) => Reader.Summary(Reader.Read(text)).ShouldBe("nurse FR-28085+30 night");

    [Theory]
    [InlineData("brou", "FR-28061+30")]
    [InlineData("médecin Tours", "physician FR-37261+30")]
    [InlineData("tours de garde médecin Tours", "shift physician FR-37261+30")]
    [InlineData("infirmière nuits", "nurse night")]
    [InlineData("Nuits-Saint-Georges infirmier", "nurse FR-21464+30")]
    [InlineData("infirmière à Die", "nurse FR-26113+30")]
    [InlineData("verpleegkundige die 's nachts werkt", "nurse night [werkt]")]
    [InlineData("médecin Gap", "physician FR-05061+30")]
    [InlineData("la garde de nuit", "shift night")]
    [InlineData("médecin La Garde", "physician FR-83062+30")]
    [InlineData("médecin à La Garde", "physician FR-83062+30")]
    [InlineData("sage-femme Nice", "midwife FR-06088+30")]
    [InlineData("infirmier Gard", "nurse FR-D30")]
    [InlineData("remplacement près du Mans", "locum FR-72181+30")]
    [InlineData("orthophoniste Rochelle", "speech-therapist FR-17300+30")]
    [InlineData("infirmière Auneau", "nurse FR-28015+30")]
    [InlineData("médecin en Mayenne", "physician FR-D53")]
    [InlineData("médecin Mayenne", "physician FR-53147+30")]
    [InlineData("médecin région de Chartres", "physician FR-28085+30")]
    [InlineData("médecin région Bretagne", "physician FR-R53")]
    [InlineData("médecin Saint-Denis 93", "physician FR-93066+30")]
    [InlineData("Paris 12 infirmière", "nurse FR-75112+30")]
    [InlineData("Paris 12 décembre", "FR-75056+30 2026-12-12/2026-12-12")]
    [InlineData("médecin Paris 15e arrondissement", "physician FR-75115+30")]
    [InlineData("dentiste Marseille 13008", "dentist FR-13208+30")]
    [InlineData("infirmière Pays de Retz", "nurse FR-E200067346")]
    [InlineData("IDE 28", "nurse FR-D28")]
    [InlineData("IDE dans le 28", "nurse FR-D28")]
    [InlineData("médecin à Mars", "physician 2027-03-01/2027-03-31")]
    [InlineData("infirmier clinique Saint-François Chartres", "nurse FR-28085+30 [clinique Saint François]")]
    [InlineData("infirmière Nogent-le-Rotrou ou Chartres", "nurse FR-28280+30")]
    [InlineData("AZ Sint-Jan Brugge", "BE-31005+30 [AZ Sint Jan]")]
    public void APlaceIsTakenOnlyWhereItIsLikely(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Theory]
    [InlineData("4000", "BE-62063+30")]
    [InlineData("B-4000", "BE-62063+30")]
    [InlineData("28000", "FR-28085+30")]
    [InlineData("4000 €", "")]
    [InlineData("€ 4.000", "")]
    [InlineData("infirmière 2 500 euros net Dreux", "nurse FR-28134+30")]
    [InlineData("30 lits Dreux", "FR-28134+30")]
    [InlineData("infirmière 3 jours par semaine", "nurse")]
    [InlineData("infirmière 24/24 7/7", "nurse")]
    public void NumbersAreReadByWhatStandsBesideThem(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Theory]
    [InlineData("infirmière bloc", "nurse.theatre")]
    [InlineData("infirmière de bloc opératoire", "nurse.theatre")]
    [InlineData("infirmière gériatrie", "nurse.geriatrics")]
    [InlineData("médecin gériatrie", "physician.geriatrics")]
    [InlineData("gériatrie", "physician.geriatrics")]
    [InlineData("aide-soignante gériatrie", "care-assistant [gériatrie]")]
    [InlineData("médecin cardiologue", "physician.cardiology")]
    [InlineData("infirmières et aides-soignantes", "nurse care-assistant")]
    public void FieldsMeanWhatTheProfessionBesideThemSays(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Theory]
    [InlineData("IDE sans week-end", "nurse")]
    [InlineData("médecin sans garde", "physician")]
    [InlineData("infirmier pas de nuit", "nurse")]
    [InlineData("infirmier pas de travail de nuit", "nurse")]
    [InlineData("infirmière Chartres sans nuits ni week-ends", "nurse FR-28085+30")]
    [InlineData("infirmière sans garde et CDI", "nurse permanent")]
    [InlineData("infirmière sans nuits et week-ends", "nurse")]
    [InlineData("geen nachten verpleegkundige", "nurse")]
    [InlineData("geen nachtdienst of weekend verpleegkundige Gent", "nurse BE-44021+30")]
    [InlineData("no night nurse Brussels", "nurse BE-21004+30")]
    [InlineData("nurse Brussels not at night", "nurse BE-21004+30")]
    [InlineData("médecin sans logement", "physician")]
    [InlineData("zonder diploma", "")]
    [InlineData("sans diplôme", "")]
    [InlineData("no diploma", "")]
    [InlineData("sans diplôme d'infirmier Chartres", "FR-28085+30")]
    [InlineData("not urgent", "")]
    [InlineData("niet dringend huisarts", "physician.general-practice")]
    [InlineData("médecin, pas de garde, Chartres", "physician FR-28085+30")]
    [InlineData("logement ? non, infirmier", "nurse lodging")]
    [InlineData("pourquoi pas infirmier Chartres", "nurse FR-28085+30 [pourquoi]")]
    [InlineData("médecin pas en août", "physician")]
    [InlineData("infirmier pas le samedi", "nurse")]
    [InlineData("infirmier pas à Paris", "nurse")]
    [InlineData("infirmier sauf Paris", "nurse")]
    [InlineData("infirmier Pas-de-Calais", "nurse FR-D62")]
    [InlineData("infirmier pas loin de Chartres", "nurse FR-28085+30")]
    [InlineData("infirmier temps non complet", "nurse part-time")]
    [InlineData("médecins sans frontières", "physician [frontières]")]
    [InlineData("infirmier \"sans garde\"", "nurse [sans garde]")]
    public void WhatIsNegatedIsLeftOut(string text, string summary)
    {
        var reading = Reader.Read(text);

        Reader.Summary(reading).ShouldBe(summary);
        Reader.Read(reading.Rest).Parts.ShouldAllBe(part => part.Kind == ReadPartKind.Words);
    }

    [Theory]
    [InlineData("boulot sans diplome hopital Chartres", "FR-28085+30 [hopital]")]
    [InlineData("boulot clinique Dreux", "FR-28134+30 [clinique]")]
    [InlineData("taf infirmier Chartres", "nurse FR-28085+30")]
    [InlineData("job verpleegkundige Gent", "nurse BE-44021+30")]
    [InlineData("werk baan verpleegkundige Gent", "nurse BE-44021+30")]
    [InlineData("Boulot clinique Chartres", "FR-28085+30 [clinique]")]
    [InlineData("Illiers clinique Chartres", "FR-28085+30 [Illiers clinique]")]
    public void WordsForAnyPostAndForHousesHideNoTown(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Theory]
    [InlineData("vacances de février médecin", "physician 2027-02-01/2027-02-28")]
    [InlineData("remplacement vacances de Noël", "locum 2026-12-20/2027-01-03")]
    [InlineData("huisarts kerstvakantie", "physician.general-practice 2026-12-20/2027-01-03")]
    [InlineData("huisarts paasvakantie", "physician.general-practice")]
    [InlineData("huisarts wachtpost", "shift physician.general-practice")]
    [InlineData("huisartsenwachtpost Gent", "shift BE-44021+30")]
    public void HolidaysAndGuardPostsAreNoSlips(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Fact]
    public void APartCanBeRemoved()
    {
        var reading = Reader.Read("remplacement médecin généraliste août près de Brou");

        string Without(ReadPartKind kind) => reading.Without(reading.Parts.Single(part => part.Kind == kind));
        Without(ReadPartKind.Kind).ShouldBe("médecin généraliste août près de Brou");
        Without(ReadPartKind.Specialty).ShouldBe("remplacement août près de Brou");
        Without(ReadPartKind.Dates).ShouldBe("remplacement médecin généraliste près de Brou");
        Without(ReadPartKind.Place).ShouldBe("remplacement médecin généraliste août");
    }

    [Fact]
    public void ARadiusGoesWithItsPlace()
    {
        var reading = Reader.Read("infirmière à moins de 20 km de Pornic CDI");

        reading.Without(reading.Parts.Single(part => part.Kind == ReadPartKind.Place)).ShouldBe("infirmière CDI");
        reading.Without(reading.Parts.Single(part => part.Kind == ReadPartKind.Radius)).ShouldBe("infirmière Pornic CDI");
    }

    [Theory]
    [InlineData("aide-soignante gériatrie Chartres", "\"gériatrie\"")]
    [InlineData("stage SASPAS", "\"SASPAS\"")]
    [InlineData("cuisinier ehpad Liège", "ehpad")]
    [InlineData("infirmière nuit", "")]
    public void TheRestIsReadAsWordsAgain(string text, string rest)
    {
        var reading = Reader.Read(text);

        reading.Rest.ShouldBe(rest);
        var again = Reader.Read(reading.Rest);
        again.Words.ShouldBe(reading.Words);
        again.Parts.ShouldAllBe(part => part.Kind == ReadPartKind.Words);
    }

    [Theory]
    [InlineData("infirmière \"La Garde\"", "nurse [La Garde]")]
    [InlineData("« nuit » infirmière", "nurse [nuit]")]
    [InlineData("infirmière hôpital de jour", "nurse [hôpital de jour]")]
    [InlineData("verpleegkundige dagziekenhuis", "nurse [dagziekenhuis]")]
    [InlineData("infirmière \"nuit", "nurse night")]
    public void QuotedWordsAndServicesAreOnlyWords(string text, string summary) => Reader.Summary(Reader.Read(text)).ShouldBe(summary);

    [Fact]
    public void EveryWordIsAPartOfItsOwn() =>
        Reader
            .Read("ehpad équipe mobile Brou")
            .Parts.Select(part => (part.Kind, part.Code))
            .ShouldBe([(ReadPartKind.Words, "ehpad"), (ReadPartKind.Words, "équipe"), (ReadPartKind.Words, "mobile"), (ReadPartKind.Place, "FR-28061")]);
}
