using Releve.Core.Languages;
using Releve.Core.Search.Understanding;
using Releve.Core.Tests.Places;

namespace Releve.Core.Tests.Search.Understanding;

public sealed class ReadingJsonTests
{
    [Fact]
    public void AReadingIsOneLine() =>
        Reader
            .Read("remplacement médecin généraliste de nuit août près de Brou équipe")
            .ToJson(Register.Gazetteer, Language.French)
            .ShouldBe(
                """
                {"kind":"locum","kinds":["locum"],"professions":["physician"],"specialties":["physician.general-practice"],"place":{"code":"FR-28061","name":"Brou","label":"Brou (28)","type":"commune"},"radius":30,"from":"2027-08-01","until":"2027-08-31","night":true,"rhythm":["night"],"statuses":[],"fullTime":null,"lodging":false,"urgent":false,"words":"équipe"}
                """.Trim()
            );

    [Fact]
    public void WhatWasNotSaidIsNull() =>
        Reader
            .Read("")
            .ToJson(Register.Gazetteer, Language.Dutch)
            .ShouldBe(
                """
                {"kind":null,"kinds":[],"professions":[],"specialties":[],"place":null,"radius":null,"from":null,"until":null,"night":false,"rhythm":[],"statuses":[],"fullTime":null,"lodging":false,"urgent":false,"words":""}
                """.Trim()
            );

    [Theory]
    [InlineData(Language.French, "Liège")]
    [InlineData(Language.Dutch, "Luik")]
    public void ThePlaceIsNamedInTheLanguage(Language language, string name) =>
        Reader.Read("4000").ToJson(Register.Gazetteer, language).ShouldContain($"\"name\":\"{name}\"");
}
