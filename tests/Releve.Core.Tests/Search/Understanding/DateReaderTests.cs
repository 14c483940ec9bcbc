using Releve.Core.Languages;
using Releve.Core.Search.Understanding;

namespace Releve.Core.Tests.Search.Understanding;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("août", "2027-08-01/2027-08-31")]
    [InlineData("décembre", "2026-12-01/2026-12-31")]
    [InlineData("novembre", "2026-11-01/2026-11-30")]
    [InlineData("août 2028", "2028-08-01/2028-08-31")]
    [InlineData("12 décembre", "2026-12-12/2026-12-12")]
    [InlineData("le 1er janvier", "2027-01-01/2027-01-01")]
    [InlineData("du 13 au 31 juillet", "2027-07-13/2027-07-31")]
    [InlineData("13-31 juillet", "2027-07-13/2027-07-31")]
    [InlineData("du 20 décembre au 5 janvier", "2026-12-20/2027-01-05")]
    [InlineData("du 1er juillet au 31 août 2027", "2027-07-01/2027-08-31")]
    [InlineData("juillet août", "2027-07-01/2027-08-31")]
    [InlineData("juillet-août", "2027-07-01/2027-08-31")]
    [InlineData("de juillet à septembre", "2027-07-01/2027-09-30")]
    [InlineData("fin mars", "2027-03-21/2027-03-31")]
    [InlineData("début avril", "2027-04-01/2027-04-10")]
    [InlineData("mi-mai", "2027-05-11/2027-05-20")]
    [InlineData("à partir du 1er mars", "2027-03-01/..")]
    [InlineData("dès septembre", "2027-09-01/..")]
    [InlineData("jusqu'au 31 mars", "../2027-03-31")]
    [InlineData("12/12/2026", "2026-12-12/2026-12-12")]
    [InlineData("2027-03-01", "2027-03-01/2027-03-01")]
    [InlineData("samedi", "2026-11-28/2026-11-28")]
    [InlineData("dimanche", "2026-11-22/2026-11-22")]
    [InlineData("samedi 12 décembre", "2026-12-12/2026-12-12")]
    [InlineData("demain", "2026-11-23/2026-11-23")]
    [InlineData("ce week-end", "2026-11-21/2026-11-22")]
    [InlineData("la semaine prochaine", "2026-11-23/2026-11-29")]
    [InlineData("cet été", "2027-07-01/2027-08-31")]
    [InlineData("29 février", "2027-02-28/2027-02-28")]
    [InlineData("31 février", "../..")]
    [InlineData("vanaf 1 januari", "2027-01-01/..")]
    [InlineData("van 13 tot en met 31 juli", "2027-07-13/2027-07-31")]
    [InlineData("13 t/m 31 juli", "2027-07-13/2027-07-31")]
    [InlineData("voor augustus", "2027-08-01/2027-08-31")]
    [InlineData("voor 1 augustus", "../2027-08-01")]
    [InlineData("eind maart", "2027-03-21/2027-03-31")]
    [InlineData("July 13", "2027-07-13/2027-07-13")]
    [InlineData("13th of July", "2027-07-13/2027-07-13")]
    [InlineData("from August", "2027-08-01/..")]
    [InlineData("from 1 to 15 August", "2027-08-01/2027-08-15")]
    [InlineData("until 31 March 2027", "../2027-03-31")]
    [InlineData("du lundi au vendredi", "../..")]
    [InlineData("7/7", "../..")]
    [InlineData("mardi 31 février", "../..")]
    [InlineData("30 février 2027", "../..")]
    [InlineData("31st of February", "../..")]
    [InlineData("99 au 0 août 9999", "../..")]
    [InlineData("samedi prochain", "2026-11-28/2026-11-28")]
    [InlineData("volgende zaterdag", "2026-11-28/2026-11-28")]
    [InlineData("next Saturday", "2026-11-28/2026-11-28")]
    [InlineData("vanaf volgende zaterdag", "2026-11-28/..")]
    [InlineData("août prochain", "2027-08-01/2027-08-31")]
    [InlineData("à partir de la semaine prochaine", "2026-11-23/..")]
    [InlineData("vanaf volgende week", "2026-11-23/..")]
    [InlineData("next week", "2026-11-23/2026-11-29")]
    [InlineData("45 décembre", "2026-12-01/2026-12-31")]
    public void DatesAreRead(string text, string interval)
    {
        foreach (var language in LanguageExtensions.All)
        {
            var reading = Reader.Read(text, language);
            Codes.Of(reading.From, reading.Until).ShouldBe(interval);
        }
    }
}
