using System.Text;
using Releve.Core.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.Professions;

/// <summary>The file that the product carries, and small files of two professions to break.</summary>
internal static class ProfessionSamples
{
    /// <summary>The product's own professions.</summary>
    public static ProfessionFile Carried { get; } = ProfessionFile.Parse(File.ReadAllBytes(RepositoryFiles.Of("data/professions.json")));

    /// <summary>A sound file of a nurse with one specialty, and a cook.</summary>
    public const string Small = """
        {
          "date": "2026-11-22",
          "sources": { "list": { "title": "List of 2025", "publisher": "Publisher", "date": null, "licence": null } },
          "facts": {
            "names": { "source": "list", "checked": true }, "ans": { "source": "list", "checked": true },
            "hcparty": { "source": "list", "checked": true }, "isco": { "source": "list", "checked": false },
            "regulated": { "source": "list", "checked": false }
          },
          "professions": [
            {
              "code": "nurse", "family": "paramedical",
              "names": {
                "fr": { "masculine": "infirmier", "feminine": "infirmière" },
                "nl": { "masculine": "verpleegkundige", "feminine": "verpleegkundige" },
                "en": { "masculine": "nurse", "feminine": "nurse" }
              },
              "synonyms": { "fr": ["IDE"], "nl": ["verpleger"], "en": [] },
              "fields": { "fr": ["soins infirmiers"], "nl": [], "en": ["nursing"] },
              "codes": { "ans": ["G15_60"], "hcparty": ["persnurse"], "isco": ["2221"] },
              "regulated": ["FR", "BE"],
              "shortages": [{ "area": "BE-R03000", "date": "2025-07-01", "source": "list", "checked": false }],
              "specialties": [
                {
                  "code": "nurse.theatre",
                  "names": {
                    "fr": { "masculine": "infirmier de bloc", "feminine": "infirmière de bloc" },
                    "nl": { "masculine": "operatieverpleegkundige", "feminine": "operatieverpleegkundige" },
                    "en": { "masculine": "theatre nurse", "feminine": "theatre nurse" }
                  },
                  "synonyms": { "fr": ["IBODE"], "nl": [], "en": [] },
                  "within": { "fr": ["bloc"], "nl": [], "en": ["theatre"] },
                  "codes": { "ans": [], "hcparty": [], "isco": ["2221"] }
                }
              ]
            },
            {
              "code": "cook", "family": "nonMedical",
              "names": {
                "fr": { "masculine": "cuisinier", "feminine": "cuisinière" },
                "nl": { "masculine": "kok", "feminine": "kokkin" },
                "en": { "masculine": "cook", "feminine": "cook" }
              },
              "synonyms": { "fr": [], "nl": [], "en": ["chef"] },
              "codes": { "ans": ["338"], "hcparty": [], "isco": ["5120"] },
              "regulated": [], "shortages": [], "specialties": []
            }
          ]
        }
        """;

    /// <summary>The small file with one text in place of another, which must occur.</summary>
    public static ProfessionFile SmallWith(string text, string replacement)
    {
        Small.ShouldContain(text);
        return Parse(Small.Replace(text, replacement, StringComparison.Ordinal));
    }

    /// <summary>Reads a file's text.</summary>
    public static ProfessionFile Parse(string json) => ProfessionFile.Parse(Encoding.UTF8.GetBytes(json));
}
