using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>
/// Survival of 228 patients with advanced lung cancer as R's survival 3.5-3 carries it (C. L. Loprinzi and others, Journal of Clinical Oncology 12(3), 1994, 601-607): days, + where still alive, m or f, ECOG
/// performance score, - where unknown.
/// </summary>
internal static class LungCancer
{
    private const string Patients = """
        306m1 455m0 1010+m0 210m1 883m0 1022+m1 310f2 361f2 218m1 166m2 170m1 654f2 728f1 71m- 567m1 144m1 613m1 707m2 61f2 88m1 301m1 81f0 624m1 371m0 394m0 520f1 574m0 118m3 390m1 12m2
        473f1 26m2 533m2 107f2 53m2 122f2 814m2 965+f1 93m2 731f1 460m1 153f2 433f0 145f2 583m1 95f2 303m0 519m1 643m0 765f1 735f1 189m0 53m0 246m0 689m1 65m0 5f0 132m2 687f1 345f1 444f2
        223m1 175m1 60f1 163m1 65m2 208f2 821+f0 428m0 230m1 840+m0 305f1 11m2 132m1 226f1 426f1 705f0 363f1 11m0 176m0 791m0 95m1 196+m1 167f1 806+m1 284m1 641f1 147m0 740+f1 163m2 655m0
        239m1 88m1 245f1 588+f0 30m2 179m1 310m1 477m1 166f0 559+f0 450f1 364m1 107m1 177m2 156m1 529+f1 11m1 429m1 351f2 15m0 181m1 283m1 201f0 524f1 13m2 212m2 524m2 288m2 363m1 442m0
        199f2 550f1 54m2 558m0 207m1 92m1 60m1 551+f2 543+f0 293f1 202m1 353m0 511+f1 267m0 511+f2 371f1 387m2 457m1 337m0 201f2 404+m1 222m2 62f1 458+m1 356+f1 353m0 163m1 31m0 340f0
        229m1 444+m0 315+f0 182f1 156m2 329m2 364+f1 291m2 179m1 376+f1 384+f0 268f1 292+m2 142m1 413+m1 266+f0 194f1 320m0 181m1 285m0 301+m1 348f0 197m1 382+f0 303+m1 296+f1 180m2 186f1
        145f1 269+f0 300+m0 284+m0 350f0 272+f1 292+f0 332+f0 285f2 259+m0 110m1 286m0 270m1 81m2 131m1 225+m1 269m1 225+m0 243+f1 279+m1 276+f0 135m1 79f1 59m1 240+f0 202+f0 235+f0 105m2
        224+f0 239f2 237+m1 173+f1 252+f0 221+m1 185+m1 92+f2 13m1 222+m1 192+f1 183m2 211+f2 175+f0 197+m1 203+f1 116m1 188+m1 191+m0 105+f2 174+m1 177+f1
        """;

    private const string Ages = """
        74 68 56 57 60 74 68 71 53 61 57 68 68 60 57 67 70 63 56 57 67 49 50 58 72 70 60 70 53 74 69 73 48 60 61 62 65 66 74 64 70 73 59 60 68 76 74 63 74 50 72 63 68 58 59 62 65 57 58 64
        75 48 73 65 69 68 67 64 68 67 63 48 74 40 53 71 51 56 81 73 59 55 42 44 44 71 62 61 44 72 63 70 66 57 69 72 69 71 64 70 58 69 56 63 59 66 54 67 55 75 69 44 80 75 54 76 49 68 66 80
        75 60 69 72 70 66 50 64 77 48 59 53 47 55 67 74 58 56 54 56 73 74 76 65 57 53 71 54 82 59 70 60 62 53 55 69 68 62 63 56 62 44 69 63 64 57 60 46 61 65 61 58 56 43 53 59 56 55 53 74
        60 39 66 65 51 45 72 58 64 53 72 52 50 64 71 70 63 64 52 60 64 73 63 50 63 62 55 50 69 59 60 67 69 64 65 65 41 76 70 57 67 71 76 77 39 75 66 58
        """;

    /// <summary>Gets the patients; age in years, sex 0 male, 1 female; score null where unknown.</summary>
    public static ImmutableArray<(double Days, bool Died, int Sex, int? Score, int Age)> All { get; } = [.. Patients.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Zip(Ages.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Read)];

    /// <summary>Gets the patients of a known score.</summary>
    public static ImmutableArray<(double Days, bool Died, int Sex, int? Score, int Age)> Scored { get; } = [.. All.Where(p => p.Score is not null)];

    /// <summary>Returns the times of patients; where late, watched from a third of them on.</summary>
    public static EventTimes Times(ImmutableArray<(double Days, bool Died, int Sex, int? Score, int Age)> patients, bool late = false) =>
        EventTimes.Of([.. patients.Select(p => p.Days)], [.. patients.Select(p => p.Died)], late ? [.. patients.Select(p => Math.Floor(p.Days / 3))] : []);

    private static (double, bool, int, int?, int) Read(string word, string age)
    {
        var days = word[..^2].TrimEnd('+');
        return (double.Parse(days, CultureInfo.InvariantCulture), days.Length == word.Length - 2, word[^2] == 'm' ? 0 : 1, word[^1] == '-' ? null : word[^1] - '0', int.Parse(age, CultureInfo.InvariantCulture));
    }
}
