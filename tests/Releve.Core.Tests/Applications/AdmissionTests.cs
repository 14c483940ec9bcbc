using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Core.Tests.Applications;

/// <summary>Whom the law lets apply.</summary>
public sealed class AdmissionTests
{
    private static readonly Guid Account = Guid.CreateVersion7();

    [Fact]
    public void Work_with_a_reserved_title_needs_it_and_other_work_is_open_to_all()
    {
        Needed("nurse").ShouldBe(["nurse"]);
        Needed("nurse", "midwife").ShouldBe(["nurse", "midwife"]);
        Needed("medical-secretary").ShouldBeEmpty();
        Needed("nurse", "medical-secretary").ShouldBeEmpty();
        Admissions.Of([], null, []).ShouldBe(Admission.Open);
    }

    [Fact]
    public void Holders_students_and_those_whose_check_waits_may_others_may_not()
    {
        Of(CarerSituation.Working, "nurse", check => check.VerifyBy("pro-sante-connect", TestData.Now)).ShouldBe(Admission.Verified);
        Of(CarerSituation.Working, "nurse", check => check.Request(TestData.Now)).ShouldBe(Admission.Pending);
        Of(CarerSituation.Working, "nurse", _ => { }).ShouldBe(Admission.Pending);
        Of(CarerSituation.Student, "nurse", _ => { }).ShouldBe(Admission.Student);
        Of(CarerSituation.Working, "midwife", _ => { }).ShouldBe(Admission.OtherProfession);
        Of(CarerSituation.Newcomer, null, _ => { }).ShouldBe(Admission.OtherProfession);
        Of(
                CarerSituation.Working,
                "nurse",
                check =>
                {
                    check.Request(TestData.Now);
                    check.Refuse(Account, "introuvable", TestData.Now);
                }
            )
            .ShouldBe(Admission.Refused);
        Enum.GetValues<Admission>().Where(one => !one.MayApply()).ShouldBe([Admission.Refused, Admission.OtherProfession]);
    }

    private static IReadOnlyList<string> Needed(params string[] professions) =>
        Admissions.NeededFor(TestData.Live(TestData.Content() with { Professions = professions }), World.Professions);

    private static Admission Of(CarerSituation situation, string? profession, Action<Verification> check)
    {
        var verification = Verification.Declare(Account, profession ?? "nurse", TestData.Now);
        check(verification);
        return Admissions.Of(["nurse"], CarerProfile.Declare(Account, situation, profession, TestData.Now), [verification]);
    }
}
