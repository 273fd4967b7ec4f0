using Segmentation.Benchmarks;

switch (args)
{
    case [Job.Profile or Job.Audit, var folder]:
        Console.WriteLine(Job.Run(args[0], folder).ToJson());
        return 0;
    case [MatchJob.Score or MatchJob.Whole, var folder]:
        Console.WriteLine(MatchJob.Run(args[0], folder).ToJson());
        return 0;
    case [AssignJob.Order or AssignJob.ValueFirst, var folder]:
        Console.WriteLine(AssignJob.Run(args[0], folder).ToJson());
        return 0;
    case [BootstrapJob.Mean or BootstrapJob.MeanOnOne or BootstrapJob.Cuts, var folder]:
        Console.WriteLine(BootstrapJob.Run(args[0], folder).ToJson());
        return 0;
    case [KMeansJob.Name, var starts, var folder]:
        Console.WriteLine(KMeansJob.Run(starts, folder).ToJson());
        return 0;
    case [BinningJob.Name, var folder]:
        Console.WriteLine(BinningJob.Run(folder).ToJson());
        return 0;
    case [CutsJob.Four or CutsJob.Choose, var folder]:
        Console.WriteLine(CutsJob.Run(args[0], folder).ToJson());
        return 0;
    case [SurvivalJob.Days or SurvivalJob.Continuous, var folder]:
        Console.WriteLine(SurvivalJob.Run(args[0], folder).ToJson());
        return 0;
    case [RetentionJob.Memory or RetentionJob.Stream, var accounts, var folder]:
        Console.WriteLine(RetentionJob.Run(args[0], accounts, folder).ToJson());
        return 0;
    case [CoxJob.Name, var folder]:
        Console.WriteLine(CoxJob.Run(folder).ToJson());
        return 0;
    default:
        Console.Error.WriteLine(
            $"Expected '{Job.Profile}' or '{Job.Audit}' and a folder that holds {Job.FileName}, or '{MatchJob.Score}' or '{MatchJob.Whole}' and one that holds {MatchWorkload.FileName} and {MatchWorkload.TruthName}, or '{AssignJob.Order}' or '{AssignJob.ValueFirst}' and one that holds {AssignWorkload.FileName}, or '{BootstrapJob.Mean}', '{BootstrapJob.MeanOnOne}' or '{BootstrapJob.Cuts}' and one that holds {BootstrapJob.FileName}, or '{KMeansJob.Name}', a number of starts and one that holds {KMeansJob.FileName}, or '{BinningJob.Name}' and one that holds {BinningJob.ValuesName} and {BinningJob.EventsName}, or '{CutsJob.Four}' or '{CutsJob.Choose}' and one that holds {CutsJob.FileName}, or '{SurvivalJob.Days}' or '{SurvivalJob.Continuous}' and one that holds the times, {SurvivalJob.EventsName} and {SurvivalJob.GroupsName}, or '{RetentionJob.Memory}' or '{RetentionJob.Stream}', a number of accounts and a folder that holds {RetentionWorkload.FileName}, or '{CoxJob.Name}' and one that holds {CoxJob.TimesName}, {CoxJob.EventsName} and {CoxJob.CovariatesName}.");
        return 2;
}
