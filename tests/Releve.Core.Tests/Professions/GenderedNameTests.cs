using Releve.Core.Professions;

namespace Releve.Core.Tests.Professions;

public sealed class GenderedNameTests
{
    [Theory]
    [InlineData("infirmier", "infirmière", "infirmière, infirmier")]
    [InlineData("verpleegkundige", "verpleegkundige", "verpleegkundige")]
    [InlineData("manipulateur en électroradiologie", "manipulatrice en électroradiologie", "manipulatrice, manipulateur en électroradiologie")]
    [InlineData("assistant dentaire", "assistante dentaire", "assistante, assistant dentaire")]
    public void Both_forms_say_once_what_they_share(string masculine, string feminine, string both) =>
        new GenderedName(masculine, feminine).Both.ShouldBe(both);
}
